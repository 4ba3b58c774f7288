import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BuiltPage } from './bundle.ts'

/** Nothing inline, no eval, no markup from strings but under the named policies. */
export const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types lit-html bench-html 'allow-duplicates'"

const TYPES: Record<string, string> = { js: 'text/javascript', css: 'text/css' }

/** Serves `/<column>/` and its files, compressed beforehand as a CDN does; `policy=1` adds the header. */
export async function serve(pages: ReadonlyMap<string, BuiltPage>): Promise<{ origin: string; close(): void }> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const [, column = '', name = ''] = url.pathname.split('/')
    const page = pages.get(column)
    response.setHeader('cache-control', 'no-store')
    if (page && name === '') {
      if (url.searchParams.has('policy')) response.setHeader('content-security-policy', POLICY)
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(markup(page))
      return
    }
    const file = page?.files.get(name)
    if (!file) { response.writeHead(404).end(); return }
    response.writeHead(200, { 'content-type': TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream', 'content-encoding': 'br' }).end(file.brotli)
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const { port } = server.address() as AddressInfo
  return { origin: `http://localhost:${port}`, close: () => { server.closeAllConnections(); server.close() } }
}

function markup({ scripts: [entry = '', ...others], styles }: BuiltPage): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Benchmark</title><link rel="icon" href="data:,">
${styles.map((name) => `<link rel="stylesheet" href="${name}">`).join('')}${others.map((name) => `<link rel="modulepreload" href="${name}">`).join('')}
<script type="module" src="${entry}"></script></head><body><main><h1>Benchmark</h1><div id="form"></div></main></body></html>`
}
