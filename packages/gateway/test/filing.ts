import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { JsonObject } from '@motcua/core/json'
import { DEFINITION_INDEX } from '@motcua/schemas/definitions'
import { COMMUNE, type Api, type World } from './world.ts'

const SAMPLES = new URL('../../../schemas/procedures/extract-copy/2026-01-14/samples/valid/', import.meta.url)

export const EXTRACT = DEFINITION_INDEX.find((entry) => entry.slug === 'extract-copy') ?? (() => { throw new Error('extract-copy is not bundled') })()

export function answersOf(sample: 'self' | 'grandchild-authorised'): JsonObject {
  return JSON.parse(readFileSync(new URL(`${sample}.json`, SAMPLES), 'utf8')).answers
}

/** A submission for oneself: no paper, 8,000 đồng. */
export function submissionForSelf(change: JsonObject = {}): JsonObject {
  return {
    procedure: { slug: 'extract-copy', effectiveFrom: EXTRACT.effectiveFrom, sha256: EXTRACT.sha256 },
    commune: COMMUNE, answers: answersOf('self'), attachments: [], locale: 'vi', ...change,
  }
}

/** A small real PDF; the suffix makes files differ. */
export function pdfBytes(suffix = ''): Uint8Array {
  return new TextEncoder().encode(`%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n${suffix}`)
}

export interface UploadOptions { documentId?: string; filetype?: string; filename?: string; procedure?: string }

export async function createUpload(api: Api, bytes: Uint8Array, options: UploadOptions = {}): Promise<Response> {
  const metadata = { documentId: 'authorisation', filename: 'giấy ủy quyền.pdf', filetype: 'application/pdf', procedure: 'extract-copy', commune: COMMUNE, ...options }
  return api.send('/v1/uploads', {
    method: 'POST',
    headers: {
      'Tus-Resumable': '1.0.0', 'Upload-Length': String(bytes.length),
      'Upload-Metadata': Object.entries(metadata).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(','),
    },
  })
}

export async function patchUpload(api: Api, path: string, chunk: Uint8Array, offset: number): Promise<Response> {
  return api.send(path, { method: 'PATCH', headers: { 'Tus-Resumable': '1.0.0', 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' }, body: chunk as BodyInit })
}

/** Uploads a whole file and gives the attachment to submit. */
export async function upload(api: Api, bytes: Uint8Array, options: UploadOptions = {}): Promise<{ documentId: string; uploadId: string; sha256: string }> {
  const created = await createUpload(api, bytes, options)
  const path = new URL(created.headers.get('Location') ?? '').pathname
  await patchUpload(api, path, bytes, 0)
  const { body } = await api.get(`${path}/confirmation`)
  return { documentId: body.documentId, uploadId: body.uploadId, sha256: body.sha256 }
}

/** The grandmother's story: two copies for a grandchild with the authorisation attached, 16,000 đồng. */
export async function fileForGrandchild(api: Api, suffix = ''): Promise<string> {
  const attachment = await upload(api, pdfBytes(suffix))
  const { status, body } = await api.post('/v1/dossiers', { ...submissionForSelf(), answers: answersOf('grandchild-authorised'), attachments: [attachment] })
  if (status !== 201) throw new Error(`Submission failed: ${JSON.stringify(body)}`)
  return body.code
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Every line logged so far, as one text. */
export function logText(world: World): string {
  return JSON.stringify(world.logs)
}
