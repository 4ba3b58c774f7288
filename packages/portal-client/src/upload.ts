import { connect, type Connection } from './connection.ts'
import type { StoredFile } from './contract.ts'
import { PortalProblemError, PortalResponseError, PortalUnreachableError, PortalUploadHashError } from './errors.ts'
import { pathSegment } from './path-segment.ts'
import type { SessionHolder } from './session.ts'
import { sha256Hex } from './sha256.ts'
import { STORED_FILE } from './stored-file.ts'
import type { CallOptions, Transport } from './transport.ts'
import { pause } from './wait-for-payment.ts'
import { sendRest, type UploadProgress } from './upload-attempt.ts'

export { PortalUploadHashError } from './errors.ts'
export type { UploadProgress } from './upload-attempt.ts'

/** Where the address of an unfinished upload is kept. `sessionStorage` fits. */
export interface UploadStorage {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

/** A client, or the address of the gateway with the session to use. */
export type UploadTarget = Connection | { portal: string; session: SessionHolder }

export interface UploadFileOptions {
  /** Id of the paper in the procedure's list. */
  documentId: string
  /** Slug of the procedure. */
  procedure: string
  /** Commune code, five digits. */
  commune: string
  /** Shown to the officer; it goes into the upload's metadata, never into a URL or a key. */
  fileName: string
  mediaType: string
  /** Most bytes in one request. A cut request loses nothing that arrived. @default 524_288 */
  chunkBytes?: number
  onProgress?: (progress: UploadProgress) => void
  /** Stops the upload; what arrived stays on the server and a later call resumes it. */
  signal?: AbortSignal
  /** Keeps the upload's address across a reload. The key holds a hash, no name. @default nothing is kept */
  storage?: UploadStorage
  /** Failures in a row, without a byte of progress between them, before it gives up. @default 8 */
  retry?: number
  /** A request without progress for so long counts as failed, in milliseconds. @default 30_000 */
  stallMs?: number
}

/**
 * Upload one file so that a bad link costs only what was in flight, and return what the server confirms it stored.
 *
 * The upload resumes at the server's offset after a cut connection, and after a reload when `storage` is given. The hash
 * the server computed is compared with the one computed here.
 *
 * @throws PortalUploadHashError when the server stored other bytes; the upload is discarded.
 * @throws PortalProblemError when the gateway refuses the file (too large, not what it claims to be).
 * @throws PortalUnreachableError after `retry` failures in a row; call again to resume.
 * @example
 * const stored = await uploadFile(client, file, {
 *   documentId: 'authorisation', procedure: 'extract-copy', commune: '30838', fileName: file.name, mediaType: file.type,
 *   storage: sessionStorage, onProgress: ({ sentBytes, totalBytes }) => show(sentBytes / totalBytes),
 * })
 */
export async function uploadFile(target: UploadTarget, file: Blob, options: UploadFileOptions): Promise<StoredFile> {
  const transport = transportOf(target)
  const { signal } = options
  signal?.throwIfAborted()
  const sha256 = await sha256Hex(new Uint8Array(await file.arrayBuffer()))
  const kept = keptAddress(options, `motcua-upload:${options.procedure}:${options.commune}:${options.documentId}:${sha256}`)
  const uploadId = await sendAll(transport, file, options, kept)
  const stored = await transport.json(STORED_FILE, { method: 'GET', path: `v1/uploads/${pathSegment(uploadId)}/confirmation`, bearer: true }, signal ? { signal } : {})
  kept.forget()
  if (stored.sha256 === sha256 && stored.bytes === file.size) return stored
  // The file is refused either way; an upload left behind expires on the server.
  await remove(transport, uploadId, {}).catch(() => undefined)
  throw new PortalUploadHashError(`the server stored ${stored.bytes} bytes with another hash than the ${file.size} bytes sent: choose the file again`)
}

/**
 * Take back an upload that is in no submitted dossier, when the person removes the file from the form. One that is
 * already gone is no error.
 *
 * @throws PortalProblemError `upload-in-use` when the file is part of a submitted dossier.
 * @example
 * await removeUpload(client, stored.uploadId)
 */
export async function removeUpload(target: UploadTarget, uploadId: string, options: CallOptions = {}): Promise<void> {
  try {
    await remove(transportOf(target), uploadId, options)
  } catch (error) {
    if (!(error instanceof PortalProblemError && [404, 410].includes(error.problem.status))) throw error
  }
}

function transportOf(target: UploadTarget): Transport {
  return 'transport' in target ? target.transport : connect({ baseUrl: target.portal, session: target.session }).transport
}

async function sendAll(transport: Transport, file: Blob, options: UploadFileOptions, kept: KeptAddress): Promise<string> {
  const { signal, retry = 8, onProgress } = options
  let uploadId = kept.get()
  let failures = 0
  let confirmed = -1
  for (;;) {
    uploadId ??= await create(transport, file, options)
    kept.set(uploadId)
    const outcome = await sendRest(transport, uploadId, file, options)
    if (outcome.kind === 'done') return uploadId
    if (outcome.kind === 'gone') uploadId = null
    failures = outcome.confirmedBytes > confirmed && outcome.kind === 'failed' ? 0 : failures + 1
    confirmed = Math.max(confirmed, outcome.confirmedBytes)
    if (outcome.kind === 'gone') kept.forget()
    if (failures > retry) throw new PortalUnreachableError(`the upload failed ${failures} times in a row without progress: call again to resume it`, { cause: outcome.cause })
    const known = outcome.kind === 'gone' ? 0 : Math.max(0, confirmed)
    onProgress?.({ sentBytes: known, confirmedBytes: known, totalBytes: file.size, waiting: true })
    await pause(Math.max(backOffMs(failures), (outcome.retryAfterSeconds ?? 0) * 1_000), signal)
  }
}

/** Creation goes through the transport: same retries, same error classes as every other call. */
async function create(transport: Transport, file: Blob, { documentId, procedure, commune, fileName, mediaType, signal }: UploadFileOptions): Promise<string> {
  const metadata = Object.entries({ documentId, filename: fileName.normalize('NFC'), filetype: mediaType, procedure, commune })
    .map(([key, value]) => `${key} ${base64(value)}`).join(',')
  const answer = await transport.send({
    method: 'POST', path: 'v1/uploads', bearer: true,
    headers: { 'Tus-Resumable': '1.0.0', 'Upload-Length': String(file.size), 'Upload-Metadata': metadata },
  }, signal ? { signal } : {})
  // Only the id is taken: the bearer never goes to an address that an answer names.
  const id = answer.headers.get('Location')?.match(/\/v1\/uploads\/([^/?#]+)$/)?.[1]
  if (id === undefined) throw new PortalResponseError('the portal created an upload without a Location /v1/uploads/{id}', { correlationId: answer.correlationId })
  return decodeURIComponent(id)
}

async function remove(transport: Transport, uploadId: string, options: CallOptions): Promise<void> {
  await transport.send({ method: 'DELETE', path: `v1/uploads/${pathSegment(uploadId)}`, bearer: true, headers: { 'Tus-Resumable': '1.0.0' } }, options)
}

interface KeptAddress { get(): string | null; set(uploadId: string): void; forget(): void }

/** Storage may be full or forbidden; then the upload works, it only cannot be resumed after a reload. */
function keptAddress({ storage }: UploadFileOptions, key: string): KeptAddress {
  const quietly = <T>(action: (storage: UploadStorage) => T): T | null => {
    try { return storage ? action(storage) : null } catch { return null }
  }
  return {
    get: () => quietly((at) => at.getItem(key)),
    set: (uploadId) => { quietly((at) => at.setItem(key, uploadId)) },
    forget: () => { quietly((at) => at.removeItem(key)) },
  }
}

/** 0.3 s, 0.6 s … at most 10 s, spread so that many pages do not come back at once. */
function backOffMs(failures: number): number {
  return Math.min(10_000, 300 * 2 ** failures) * (0.5 + Math.random() / 2)
}

function base64(value: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(value)))
}
