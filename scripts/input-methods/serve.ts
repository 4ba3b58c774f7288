import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { build } from 'esbuild'
import { pagePolicy } from '../../packages/eforms/src/policy.ts'

const PAGE = '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>bộ gõ</title><script type="module" src="/page.js"></script></head><body></body></html>'

/** Serves the page with the fields, built from their sources, under the policy of the guide. */
export async function serveFields(): Promise<{ origin: string; close(): void }> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'page.ts')], bundle: true, splitting: true, format: 'esm', target: 'chrome109', conditions: ['@motcua/source'], write: false, outdir: '/',
  })
  const files = new Map(outputFiles.map(({ path, text }) => [path, text]))
  const server = createServer(({ url = '/' }, response) => {
    const script = files.get(url)
    if (url === '/') response.setHeader('content-security-policy', pagePolicy()).setHeader('content-type', 'text/html; charset=utf-8').end(PAGE)
    else if (script !== undefined) response.setHeader('content-type', 'text/javascript; charset=utf-8').end(script)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const { port } = server.address() as AddressInfo
  return { origin: `http://localhost:${port}`, close: () => { server.closeAllConnections(); server.close() } }
}
