import type { IncomingMessage, ServerResponse } from 'node:http'
import { PROBLEM_MEDIA_TYPE } from '@motcua/core/problem'
import * as z from 'zod'
import type { NodeHandler } from './http/dispatch.ts'

const target = { method: z.string().optional(), path: z.string().optional(), times: z.int().min(1).max(10_000).default(1) }

/**
 * A fault that the network in front of the gateway can have. `path` is the beginning of a path, `times` how many
 * matching requests it hits before it is used up.
 */
export const faultSchema = z.discriminatedUnion('kind', [
  /** Cuts the connection after this many bytes of a request body have reached the gateway. */
  z.strictObject({ kind: z.literal('cut-upload'), afterBytes: z.int().min(0), ...target }),
  /** Lets the gateway do its work, then cuts the connection instead of delivering the answer. */
  z.strictObject({ kind: z.literal('drop-reply'), ...target }),
  /** Answers 503 in the gateway's place. */
  z.strictObject({ kind: z.literal('unavailable'), ...target }),
  /** Holds each matching request back for so many milliseconds. */
  z.strictObject({ kind: z.literal('delay'), milliseconds: z.int().min(1).max(120_000), ...target }),
])
export type Fault = z.infer<typeof faultSchema>

const DEFAULT_TARGET: Readonly<Record<Fault['kind'], { method?: string; path?: string }>> = {
  'cut-upload': { method: 'PATCH', path: '/v1/uploads/' },
  'drop-reply': { method: 'POST', path: '/v1/dossiers' },
  unavailable: {},
  delay: {},
}

/** The faults that wait for a request, and the handler that applies them. */
export class FaultInjector {
  #waiting: Fault[] = []

  add(fault: Fault): void { this.#waiting.push({ ...DEFAULT_TARGET[fault.kind], ...fault }) }
  list(): readonly Fault[] { return [...this.#waiting] }
  clear(): void { this.#waiting = [] }

  /** Puts the faults in front of a site. `allowedOrigins` may read a 503; a real load balancer is less kind. */
  wrap(handler: NodeHandler, allowedOrigins: readonly string[]): NodeHandler {
    return async (request, response) => {
      const fault = request.method === 'OPTIONS' ? undefined : this.#take(request)
      switch (fault?.kind) {
        case undefined: break
        case 'cut-upload': cutAfter(request, fault.afterBytes); break
        case 'drop-reply': dropReply(request, response); break
        case 'unavailable': return unavailable(request, response, allowedOrigins)
        case 'delay': await new Promise((resolve) => setTimeout(resolve, fault.milliseconds)); break
      }
      return handler(request, response)
    }
  }

  #take(request: IncomingMessage): Fault | undefined {
    const index = this.#waiting.findIndex((fault) =>
      (fault.method === undefined || fault.method === request.method) && (request.url ?? '/').startsWith(fault.path ?? '/'))
    const fault = this.#waiting[index]
    if (fault === undefined) return undefined
    fault.times -= 1
    if (fault.times === 0) this.#waiting.splice(index, 1)
    return fault
  }
}

// The parser hands body bytes to `push`; taking them there keeps the stream's own flow control untouched.
function cutAfter(request: IncomingMessage, afterBytes: number): void {
  const push = request.push.bind(request)
  let left = afterBytes
  let cut = false
  request.push = (chunk: unknown, encoding?: BufferEncoding): boolean => {
    if (cut) return false
    if (!(chunk instanceof Uint8Array)) return push(chunk, encoding)
    if (chunk.byteLength <= left) {
      left -= chunk.byteLength
      return push(chunk)
    }
    cut = true
    if (left > 0) push(chunk.subarray(0, left))
    // A moment for the gateway to store what arrived before the line went dead.
    setTimeout(() => { request.socket.destroy() }, 50)
    return false
  }
}

function dropReply(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead = () => {
    request.socket.destroy()
    return response
  }
}

function unavailable(request: IncomingMessage, response: ServerResponse, allowedOrigins: readonly string[]): void {
  const origin = request.headers.origin
  const correlationId = crypto.randomUUID()
  response.writeHead(503, {
    'content-type': PROBLEM_MEDIA_TYPE,
    'retry-after': '1',
    'x-correlation-id': correlationId,
    ...(origin !== undefined && allowedOrigins.includes(origin)
      ? { 'access-control-allow-origin': origin, 'access-control-expose-headers': 'X-Correlation-Id, Retry-After', vary: 'Origin' }
      : {}),
  })
  response.end(JSON.stringify({
    type: 'urn:motcua:problem:unavailable',
    title: 'Hệ thống đang bận. Thông tin của bạn vẫn còn, hãy thử lại sau ít phút.',
    status: 503,
    correlationId,
  }))
  request.resume()
}
