import { enFiles } from './en-files.ts'
import type { AreaLike } from './ui-strings.ts'
import type { viUploads } from './vi-uploads.ts'

/** Words of papers on their way, English. */
export const enUploads: AreaLike<typeof viUploads> = {
  ...enFiles,
  uploadProgress: 'Uploading: {percent} %',
  uploadWaiting: 'Connection lost. {percent} % uploaded; it will go on from there.',
  uploadConfirmed: 'The portal has received this file completely.',
  uploadChecking: 'Waiting for the portal to confirm…',
  uploadCancelled: 'Upload stopped.',
  uploadFailed: 'The upload did not succeed. Your file is still on your device; press “Try the upload again” to go on from where it stopped.',
  uploadCancel: 'Stop the upload',
  uploadRetry: 'Try the upload again',
}
