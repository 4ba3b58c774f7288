import { connect, createServer, type AddressInfo, type Server } from 'node:net'

/** A network that cuts each connection after so many bytes, a given number of times. */
export async function createBadNetwork(target: number, { cutAfterBytes, times }: { cutAfterBytes: number; times: number }): Promise<{ server: Server; port: number; cuts: () => number }> {
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

/** TCP port of a listening server. */
export function portOf(server: { address(): string | AddressInfo | null }): number {
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The server is not listening')
  return address.port
}
