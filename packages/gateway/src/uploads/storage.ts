import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Files of the gateway in one folder, which several instances may share. Names are ids of ours, never a person's. */
export interface FileStorage {
  /** First bytes of an upload, enough to recognise its kind. */
  head(uploadId: string, length: number): Promise<Uint8Array>
  size(uploadId: string): Promise<number>
  /** Hex SHA-256 of a finished upload, read as a stream. */
  hash(uploadId: string): Promise<string>
  readUpload(uploadId: string): Promise<Uint8Array>
  removeUpload(uploadId: string): Promise<void>
  /** Written beside and renamed, so that a result is whole or absent. */
  writeResult(fileId: string, bytes: Uint8Array): Promise<void>
  readResult(fileId: string): Promise<Uint8Array>
  removeResult(fileId: string): Promise<void>
}

const ID = /^[0-9a-f-]{32,64}$/

/** Folder of the uploads below the gateway's folder. */
export function uploadsDirOf(filesDir: string): string {
  return join(filesDir, 'uploads')
}

export async function createFileStorage(filesDir: string): Promise<FileStorage> {
  const uploadsDir = uploadsDirOf(filesDir)
  const resultsDir = join(filesDir, 'results')
  await mkdir(uploadsDir, { recursive: true })
  await mkdir(resultsDir, { recursive: true })
  const inside = (dir: string, id: string) => {
    if (!ID.test(id)) throw new TypeError('A file id has an unexpected form.')
    return join(dir, id)
  }
  return {
    async head(uploadId, length) {
      const file = await open(inside(uploadsDir, uploadId), 'r')
      try {
        const buffer = new Uint8Array(length)
        const { bytesRead } = await file.read(buffer, 0, length, 0)
        return buffer.subarray(0, bytesRead)
      } finally {
        await file.close()
      }
    },
    size: async (uploadId) => (await stat(inside(uploadsDir, uploadId))).size,
    async hash(uploadId) {
      const hash = createHash('sha256')
      for await (const chunk of createReadStream(inside(uploadsDir, uploadId))) hash.update(chunk)
      return hash.digest('hex')
    },
    readUpload: (uploadId) => readFile(inside(uploadsDir, uploadId)),
    removeUpload: (uploadId) => rm(inside(uploadsDir, uploadId), { force: true }),
    async writeResult(fileId, bytes) {
      const path = inside(resultsDir, fileId)
      await writeFile(`${path}.part`, bytes, { flush: true })
      await rename(`${path}.part`, path)
    },
    readResult: (fileId) => readFile(inside(resultsDir, fileId)),
    removeResult: (fileId) => rm(inside(resultsDir, fileId), { force: true }),
  }
}
