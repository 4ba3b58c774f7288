import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTcpServer, connect, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'
import { listen } from './local-server.ts'

export interface UploadServer {
  url: string
  /** `Upload-Offset` of each PATCH that arrived, in order. */
  offsets: number[]
  creations: number
  /** Answers the next requests for which it returns true by itself. */
  intercept: (request: IncomingMessage, response: ServerResponse) => boolean
  close(): Promise<void>
}

/** A real tus server on a folder, with the confirmation of the portal contract. */
export async function startUploadServer(): Promise<UploadServer> {
  const directory = await mkdtemp(join(tmpdir(), 'motcua-upload-'))
  const tus = new Server({ path: '/v1/uploads', datastore: new FileStore({ directory }), relativeLocation: true, namingFunction: () => randomUUID() })
  const own: UploadServer = {
    url: '', offsets: [], creations: 0, intercept: () => false,
    close: () => new Promise<void>((resolve) => { server.close(() => resolve()); server.closeAllConnections() }).then(() => rm(directory, { recursive: true })),
  }
  const server = createServer((request, response) => {
    if (own.intercept(request, response)) return
    const confirmed = request.url?.match(/^\/v1\/uploads\/([^/]+)\/confirmation$/)?.[1]
    if (confirmed !== undefined) { void confirm(directory, confirmed, response); return }
    if (request.method === 'PATCH') own.offsets.push(Number(request.headers['upload-offset']))
    if (request.method === 'POST') own.creations += 1
    void tus.handle(request, response)
  })
  own.url = await listen(server)
  return own
}

export interface CuttingProxy { url: string; cuts: number; close(): Promise<void> }

/** Passes bytes on and cuts each connection after `limits[n]` bytes from the client; when the limits are used up it only passes on. */
export async function startCuttingProxy(target: string, limits: number[]): Promise<CuttingProxy> {
  const { hostname, port } = new URL(target)
  const open = new Set<Socket>()
  const own: CuttingProxy = { url: '', cuts: 0, close: () => new Promise((resolve) => { proxy.close(() => resolve()); for (const socket of open) socket.destroy() }) }
  const proxy = createTcpServer((client) => {
    const upstream = connect(Number(port), hostname)
    let left = limits.shift() ?? Number.POSITIVE_INFINITY
    for (const socket of [client, upstream]) { open.add(socket); socket.on('error', () => undefined).on('close', () => { client.destroy(); upstream.destroy() }) }
    upstream.pipe(client)
    client.on('data', (chunk) => {
      if (left <= 0) return
      const passed = chunk.subarray(0, left)
      left -= passed.length
      upstream.write(passed)
      if (left > 0) return
      own.cuts += 1
      // What was already on its way arrives; the rest is lost, as on a real link.
      setTimeout(() => { client.destroy(); upstream.destroy() }, 30)
    })
  })
  await new Promise<void>((resolve) => { proxy.listen(0, '127.0.0.1', resolve) })
  own.url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
  return own
}

async function confirm(directory: string, id: string, response: ServerResponse): Promise<void> {
  const bytes = await readFile(join(directory, id))
  const { metadata } = JSON.parse(await readFile(join(directory, `${id}.json`), 'utf8')) as { metadata: Record<string, string> }
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({
    uploadId: id, documentId: metadata.documentId, name: metadata.filename, mediaType: metadata.filetype, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'),
  }))
}
