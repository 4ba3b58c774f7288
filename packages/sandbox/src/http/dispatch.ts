import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { PortInUseError } from '../errors.ts'
import { siteOfHost } from './sites.ts'
import type { SiteName } from './sites.ts'

export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => unknown

export interface Dispatcher {
  readonly port: number
  /** Puts a site on the air; until then its address answers 503. */
  mount(site: SiteName | 'root', handler: NodeHandler): void
  close(): Promise<void>
}

/** One HTTP server on 127.0.0.1 that gives each request to the site its Host header names, and nothing to other names. */
export async function listen(port: number): Promise<Dispatcher> {
  const handlers = new Map<SiteName | 'root', NodeHandler>()
  const server = createServer((request, response) => {
    const site = siteOfHost(request.headers.host)
    // An unknown name may be a page elsewhere whose DNS was pointed at this machine.
    if (site === undefined) return answer(response, 421, 'This server answers *.localhost only.\n')
    const handler = handlers.get(site)
    if (handler === undefined) return answer(response, 503, `${site}.localhost is still starting.\n`)
    return handler(request, response)
  })
  await bind(server, port)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('expected a TCP address')
  return {
    port: address.port,
    mount: (site, handler) => { handlers.set(site, handler) },
    close: () => new Promise((resolve) => {
      server.close(() => { resolve() })
      server.closeAllConnections()
    }),
  }
}

function bind(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(cause.code === 'EADDRINUSE' ? new PortInUseError(port, { cause }) : cause)
    })
    server.listen(port, '127.0.0.1', resolve)
  })
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end(text)
}
