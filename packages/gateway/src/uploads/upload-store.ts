import { FileStore } from '@tus/file-store'
import { Upload, type KvStore } from '@tus/server'
import type { Kysely } from 'kysely'
import { toInteger, type Database } from '../database/schema.ts'

/** File store whose description of each upload lives in the database, so that every instance sees it. */
export function createUploadStore(db: Kysely<Database>, directory: string): FileStore {
  const configstore: KvStore<Upload> = {
    async get(id) {
      const row = await db.selectFrom('uploads').select(['id', 'size', 'tus', 'created_at']).where('id', '=', id).executeTakeFirst()
      if (row === undefined || row.tus === null) return undefined
      return new Upload({ id: row.id, offset: 0, size: toInteger(row.size), metadata: metadataOf(row.tus.metadata), creation_date: row.created_at.toISOString() })
    },
    async set(id, upload) {
      await db.updateTable('uploads').set({ tus: JSON.stringify({ metadata: upload.metadata ?? {} }) }).where('id', '=', id).execute()
    },
    async delete(id) {
      await db.deleteFrom('uploads').where('id', '=', id).execute()
    },
  }
  return new FileStore({ directory, configstore })
}

function metadataOf(value: unknown): Record<string, string | null> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, typeof text === 'string' ? text : null]))
}
