import { request as httpRequest } from 'node:http'
import type { IncomingMessage } from 'node:http'

const NULL_BODY_STATUSES: ReadonlySet<number> = new Set([101, 204, 205, 304])
const MAX_REDIRECTS = 5

/**
 * A `fetch` that reaches `*.localhost` on this machine. Browsers and curl resolve those names by themselves, Node on a
 * bare Debian answers ENOTFOUND; so the connection goes to 127.0.0.1 and only the Host header carries the name.
 * Any other host goes to the ordinary `fetch`.
 */
export function createLoopbackFetch(): typeof fetch {
  return async (input, init) => {
    let request = new Request(input, init)
    for (let hop = 0; ; hop += 1) {
      const url = new URL(request.url)
      if (!url.hostname.endsWith('.localhost')) return fetch(request)
      const response = await send(request, url)
      const location = response.headers.get('location')
      if (location === null || response.status < 300 || response.status > 399 || request.redirect === 'manual') return response
      if (request.redirect === 'error' || hop === MAX_REDIRECTS) throw new TypeError(`Redirected to another address by ${url.host}`)
      request = new Request(new URL(location, url), { headers: request.headers, redirect: 'follow' })
    }
  }
}

async function send(request: Request, url: URL): Promise<Response> {
  const body = request.body === null ? undefined : Buffer.from(await request.arrayBuffer())
  const headers: Record<string, string> = Object.fromEntries(request.headers)
  headers.host = url.host
  if (body !== undefined) headers['content-length'] = String(body.byteLength)
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      { host: '127.0.0.1', port: url.port || 80, method: request.method, path: url.pathname + url.search, headers, signal: request.signal },
      (incoming) => { collect(incoming).then(resolve, reject) },
    )
    outgoing.on('error', (cause) => { reject(new TypeError(`fetch failed: ${url.host} did not answer`, { cause })) })
    outgoing.end(body)
  })
}

async function collect(incoming: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
  const headers = new Headers()
  for (let index = 0; index + 1 < incoming.rawHeaders.length; index += 2) {
    headers.append(incoming.rawHeaders[index] ?? '', incoming.rawHeaders[index + 1] ?? '')
  }
  const status = incoming.statusCode ?? 500
  return new Response(NULL_BODY_STATUSES.has(status) ? null : Buffer.concat(chunks), { status, headers })
}
