/** The chunk of uploading: the list and how it is drawn. */
export { UploadList } from './upload-list.ts'
export { uploadView } from './upload-view.ts'
