/** The chunk of uploading: the list, how it is drawn, and what the check page says of it. */
export { attachmentsView } from './attachments-view.ts'
export { UploadList } from './upload-list.ts'
export { uploadView } from './upload-view.ts'
