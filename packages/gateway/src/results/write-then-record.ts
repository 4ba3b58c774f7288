import { randomUUID } from 'node:crypto'
import { Problem } from '../http/problem.ts'
import type { FileStorage } from '../uploads/storage.ts'

/** Writes a file before it is put on record under its new id, and takes it off the disk again where the record keeps another or none. */
export async function writeThenRecord<Row extends { file_id: string }>(files: FileStorage, bytes: Uint8Array, record: (fileId: string) => Promise<Row>): Promise<Row> {
  const fileId = randomUUID()
  await files.writeResult(fileId, bytes)
  try {
    const row = await record(fileId)
    if (row.file_id !== fileId) await files.removeResult(fileId)
    return row
  } catch (error) {
    // Only a refusal of ours is sure to have kept nothing.
    if (error instanceof Problem) await files.removeResult(fileId)
    throw error
  }
}
