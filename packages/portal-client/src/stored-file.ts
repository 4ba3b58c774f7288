import type { StoredFile } from './contract.ts'
import { integer, object, text } from './shape.ts'
import { hash, named } from './shapes.ts'

export const STORED_FILE = named<StoredFile>('StoredFile', object({ uploadId: text, documentId: text, name: text, mediaType: text, bytes: integer, sha256: hash }))
