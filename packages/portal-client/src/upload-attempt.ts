import { Upload, type DetailedError } from 'tus-js-client'
import { pathSegment } from './path-segment.ts'
import { refusalOf } from './refusal.ts'
import { commonHeaders, newCorrelationId, type Transport } from './transport.ts'
import type { UploadFileOptions } from './upload.ts'

export interface UploadProgress {
  /** Bytes handed to the network; falls back to `confirmedBytes` when the link was cut. */
  sentBytes: number
  /** Bytes the server has confirmed to have. */
  confirmedBytes: number
  totalBytes: number
  /** The link is down; the upload waits and tries again by itself. */
  waiting: boolean
}

/** How one run over the upload protocol ended. `failed` may be tried again, `gone` needs a new upload. */
export type AttemptOutcome =
  | { kind: 'done' }
  | { kind: 'failed' | 'gone'; confirmedBytes: number; cause: unknown; retryAfterSeconds?: number }

const DEFAULT_CHUNK_BYTES = 524_288
const DEFAULT_STALL_MS = 30_000
/** Not there (any more), or another person's: an address kept from an earlier visit. */
const GONE = [403, 404, 410]
const WORTH_RETRYING = [408, 409, 423, 429]

/**
 * Ask for the server's offset and send what is missing. Rejects with the abort reason, or with the refusal when the
 * gateway says no for good.
 */
export async function sendRest(transport: Transport, uploadId: string, file: Blob, options: UploadFileOptions): Promise<AttemptOutcome> {
  const { settings } = transport
  const { signal, onProgress, chunkBytes = DEFAULT_CHUNK_BYTES, stallMs = DEFAULT_STALL_MS } = options
  const correlationId = newCorrelationId(settings)
  let confirmedBytes = -1
  signal?.throwIfAborted()
  const headers = commonHeaders(settings, correlationId, true)
  const error = await new Promise<Error | DetailedError | null>((resolve, reject) => {
    const end = (settle: () => void) => { clearTimeout(stall); signal?.removeEventListener('abort', abort); settle() }
    const stalled = () => { void upload.abort(); end(() => resolve(new Error(`no progress for ${stallMs} ms`))) }
    const abort = () => { void upload.abort(); end(() => reject(signal?.reason)) }
    let stall = setTimeout(stalled, stallMs)
    const progress = (sentBytes: number) => {
      clearTimeout(stall)
      stall = setTimeout(stalled, stallMs)
      // The first report is the offset the server answered with.
      if (confirmedBytes < 0) confirmedBytes = sentBytes
      onProgress?.({ sentBytes, confirmedBytes, totalBytes: file.size, waiting: false })
    }
    const upload = new Upload(file, {
      uploadUrl: `${settings.base}v1/uploads/${pathSegment(uploadId)}`,
      headers, chunkSize: chunkBytes, fileReader: BLOB_READER, retryDelays: null, storeFingerprintForResuming: false,
      fingerprint: async () => '',
      onProgress: progress,
      onChunkComplete: (_, accepted) => { confirmedBytes = accepted; progress(accepted) },
      onSuccess: () => end(() => resolve(null)),
      onError: (failure) => end(() => resolve(failure)),
    })
    signal?.addEventListener('abort', abort, { once: true })
    upload.start()
  })
  return error === null ? { kind: 'done' } : outcomeOf(error, transport, correlationId, confirmedBytes)
}

function outcomeOf(cause: Error | DetailedError, { settings }: Transport, correlationId: string, confirmedBytes: number): AttemptOutcome {
  const response = 'originalResponse' in cause ? cause.originalResponse : null
  const status = response?.getStatus() ?? 0
  if (response === null || status === 0 || status >= 500 || WORTH_RETRYING.includes(status)) {
    const seconds = Number(response?.getHeader('Retry-After') ?? Number.NaN)
    return { kind: 'failed', confirmedBytes, cause, ...(Number.isFinite(seconds) ? { retryAfterSeconds: seconds } : {}) }
  }
  if (GONE.includes(status)) return { kind: 'gone', confirmedBytes: 0, cause }
  if (status === 401) settings.session.clear()
  throw refusalOf({ status, headers: new Headers(), body: jsonOrUndefined(response.getBody()), correlationId: response.getHeader('X-Correlation-Id') ?? correlationId })
}

/** Reads slices of a Blob as bytes, in browsers and in Node alike. */
const BLOB_READER = {
  async openFile(input: unknown) {
    if (!(input instanceof Blob)) throw new TypeError('expected a Blob or File to upload')
    return {
      size: input.size,
      // `done` makes the library compare `value.size`, which bytes do not have; the size is known here.
      slice: async (start: number, end: number) => ({ value: new Uint8Array(await input.slice(start, end).arrayBuffer()), done: false }),
      close() {},
    }
  },
}

function jsonOrUndefined(text: string): unknown {
  try { return JSON.parse(text) } catch { return undefined }
}
