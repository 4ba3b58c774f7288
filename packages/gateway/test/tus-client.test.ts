import { randomBytes } from 'node:crypto'
import { createServer, connect, type AddressInfo, type Server } from 'node:net'
import { serve, type ServerType } from '@hono/node-server'
import * as tus from 'tus-js-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DATABASES, type TestDatabases } from './databases.ts'
import { pdfBytes, sha256 } from './filing.ts'
import { COMMUNE, LAN, createWorld, type Api, type World } from './world.ts'

/** A network that cuts each connection after so many bytes, a given number of times. */
async function createBadNetwork(target: number, { cutAfterBytes, times }: { cutAfterBytes: number; times: number }): Promise<{ server: Server; port: number; cuts: () => number }> {
  let cuts = 0
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1')
    let sent = 0
    client.on('data', (chunk: Buffer) => {
      sent += chunk.length
      upstream.write(chunk)
      if (sent > cutAfterBytes && cuts < times) {
        cuts += 1
        // The bytes that got through stay; the answer never comes.
        setTimeout(() => { client.destroy(); upstream.destroy() }, 20)
      }
    })
    upstream.pipe(client)
    for (const socket of [client, upstream]) socket.on('error', () => { client.destroy(); upstream.destroy() })
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  return { server, port: portOf(server), cuts: () => cuts }
}

function portOf(server: Server): number {
  const address: string | AddressInfo | null = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The server is not listening')
  return address.port
}

describe.each(DATABASES.slice(0, 1))('the tus client through a bad network on $database', ({ open }) => {
  let databases: TestDatabases
  let world: World
  let lan: Api
  let gateway: ServerType
  let network: Awaited<ReturnType<typeof createBadNetwork>>

  beforeAll(async () => {
    databases = await open()
    // The address is known before the gateway is: it hands out absolute addresses of its uploads.
    let fetchOf: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 })
    gateway = serve({ fetch: (request) => fetchOf(request), port: 0, hostname: '127.0.0.1', overrideGlobalObjects: false })
    await new Promise((resolve) => { gateway.once('listening', resolve) })
    network = await createBadNetwork((gateway.address() as AddressInfo).port, { cutAfterBytes: 150_000, times: 3 })
    const publicUrl = `http://127.0.0.1:${network.port}`
    world = await createWorld(await databases.create(), { config: { publicUrl } })
    fetchOf = (request) => world.gateway.fetch(request)
    lan = await world.signIn(LAN)
  })
  afterAll(async () => {
    network?.server.close()
    gateway?.close()
    await world?.close()
    await databases?.close()
  })

  it('uploads the whole file although the connection breaks three times', async () => {
    const bytes = new Uint8Array([...pdfBytes(), ...randomBytes(600_000)])
    const url = await new Promise<string>((resolve, reject) => {
      const upload: tus.Upload = new tus.Upload(Buffer.from(bytes) as unknown as File, {
        endpoint: `http://127.0.0.1:${network.port}/v1/uploads`,
        uploadSize: bytes.length,
        retryDelays: [50, 50, 50, 50, 50, 50],
        headers: { Authorization: `Bearer ${lan.accessToken}` },
        metadata: { documentId: 'authorisation', filename: 'a.pdf', filetype: 'application/pdf', procedure: 'extract-copy', commune: COMMUNE },
        onError: reject,
        onSuccess: () => resolve(upload.url ?? ''),
      })
      upload.start()
    })
    expect(network.cuts()).toBe(3)
    expect((await lan.get(`${new URL(url).pathname}/confirmation`)).body).toMatchObject({ bytes: bytes.length, sha256: sha256(bytes) })
  })
})
