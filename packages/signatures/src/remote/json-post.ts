import { concatBytes } from '../bytes.ts'
import { RemoteSigningError } from './errors.ts'

export interface ServiceOptions {
  /** Address of the service with its path prefix; HTTPS. */
  baseUrl: string
  /** @default globalThis.fetch */
  fetch?: typeof fetch
  /** Bound for one call, in milliseconds. @default 15_000 */
  timeoutMs?: number
  /** Allows plain http. Only for a sandbox on one machine. @default false */
  allowInsecureRequests?: boolean
}

export interface JsonAnswer { status: number; body: unknown }
/** Posts JSON to a path below the base. Rejects with {@link RemoteSigningError} `ERR_REMOTE_SIGNING_UNREACHABLE` when no answer comes. */
export type JsonPost = (path: string, json: unknown, options?: { bearer?: string; signal?: AbortSignal | undefined }) => Promise<JsonAnswer>

/** Most of an answer that is read, in bytes. */
const MAX_ANSWER_BYTES = 1_000_000

/**
 * How every signing service is called. Certificates of the service are checked as the platform does; there is no switch to turn that off,
 * although samples that go round do so.
 *
 * @throws TypeError for an address that is none, or plain http without leave.
 */
export function jsonPost({ baseUrl, fetch: send = (input, init) => globalThis.fetch(input, init), timeoutMs = 15_000, allowInsecureRequests = false }: ServiceOptions): JsonPost {
  const base = new URL(baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`)
  if (base.protocol !== 'https:' && !(allowInsecureRequests && base.protocol === 'http:')) throw new TypeError('baseUrl: expected https; plain http needs allowInsecureRequests, for a sandbox only.')
  return async (path, json, { bearer, signal } = {}) => {
    const controller = new AbortController()
    const timer = setTimeout(() => { controller.abort() }, timeoutMs)
    const abort = (): void => { controller.abort() }
    signal?.addEventListener('abort', abort, { once: true })
    try {
      signal?.throwIfAborted()
      const response = await send(new URL(path, base), {
        method: 'POST', redirect: 'error', signal: controller.signal,
        headers: { 'content-type': 'application/json', accept: 'application/json', ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }) },
        ...(json !== undefined && { body: JSON.stringify(json) }),
      })
      return { status: response.status, body: parseJson(await textOf(response)) }
    } catch (cause) {
      signal?.throwIfAborted()
      throw new RemoteSigningError('ERR_REMOTE_SIGNING_UNREACHABLE', `The signing service at ${base.host} did not answer in time.`, { cause })
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
    }
  }
}

/** `undefined` when it is no JSON: the readers of each protocol say what they expected. */
function parseJson(text: string): unknown {
  try { return JSON.parse(text) } catch { return undefined }
}

/** The text of an answer; nothing of one that is too long, and no more of it is read. */
async function textOf({ body }: Response): Promise<string> {
  const reader = body?.getReader()
  const parts: Uint8Array[] = []
  let length = 0
  for (let next = await reader?.read(); next !== undefined && !next.done; next = await reader?.read()) {
    length += next.value.length
    if (length > MAX_ANSWER_BYTES) {
      await reader?.cancel()
      return ''
    }
    parts.push(next.value)
  }
  return new TextDecoder().decode(concatBytes(...parts))
}
