import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request as it came in. */
export interface Received { method: string; path: string; headers: IncomingMessage['headers']; body: Buffer }
export type Handler = (received: Received, response: ServerResponse) => void | Promise<void>

export interface LocalServer { url: string; requests: Received[]; handle(handler: Handler): void; close(): Promise<void> }

/** A real HTTP server on this machine whose answers a test writes. */
export async function startLocalServer(): Promise<LocalServer> {
  const requests: Received[] = []
  let handler: Handler = (_, response) => { response.writeHead(404).end() }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const received = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks) }
      requests.push(received)
      void handler(received, response)
    })
  })
  const url = await listen(server)
  return {
    url, requests,
    handle(next) { requests.length = 0; handler = next },
    close: () => new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections() }),
  }
}

export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

export function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body))
}

export function problem(response: ServerResponse, status: number, name: string, more: Record<string, unknown> = {}, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/problem+json', ...headers })
    .end(JSON.stringify({ type: `urn:motcua:problem:${name}`, title: 'Không thực hiện được.', status, correlationId: 'c0ffee', ...more }))
}
