import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, normalize } from 'node:path'
import { pagePolicy } from '../../packages/eforms/src/policy.ts'

/** Serves the browser build under `/kit/` and, as `/?procedure=…&today=…`, a page with one eForm whose clock begins at noon of that day. */
export async function servePages(build: string): Promise<{ origin: string; close(): void }> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    const text = (type: string, body: string): void => { response.setHeader('content-type', `${type}; charset=utf-8`).end(body) }
    if (pathname === '/') {
      response.setHeader('content-security-policy', pagePolicy())
      text('text/html', page(word(searchParams.get('procedure')), word(searchParams.get('today'))))
    } else if (pathname === '/before.js') text('text/javascript', before(word(searchParams.get('today'))))
    else {
      try {
        const bytes = readFileSync(join(build, normalize(pathname.replace(/^\/kit\//, '/'))))
        response.setHeader('content-type', pathname.endsWith('.js') ? 'text/javascript' : 'application/json').end(bytes)
      } catch { response.writeHead(404).end() }
    }
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const { port } = server.address() as AddressInfo
  return { origin: `http://localhost:${port}`, close: () => { server.closeAllConnections(); server.close() } }
}

/** Slugs and days, nothing that could be markup. */
function word(text: string | null): string { return text?.replace(/[^\w-]/g, '') ?? '' }

function page(procedure: string, today: string): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>eForm</title>
<script src="/before.js?today=${today}"></script><script type="module" src="/kit/motcua.js"></script></head>
<body><main><motcua-eform procedure="${procedure}" commune="30838" lang="vi"></motcua-eform></main></body></html>`
}

function before(today: string): string {
  return `'use strict'; {
  const Real = Date, ahead = new Real('${today}T12:00:00+07:00').getTime() - Real.now()
  globalThis.Date = class Date extends Real {
    constructor(...parts) { if (parts.length > 0) super(...parts); else super(Real.now() + ahead) }
    static now() { return Real.now() + ahead }
  }
  globalThis.faults = []
  addEventListener('securitypolicyviolation', (event) => { faults.push('policy: ' + event.effectiveDirective + ' ' + event.blockedURI) }, true)
  addEventListener('error', (event) => { faults.push('error: ' + event.message) })
  addEventListener('unhandledrejection', (event) => { faults.push('rejection: ' + event.reason) })
}`
}
