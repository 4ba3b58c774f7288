import { watch } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { readDefinitionFiles } from '@motcua/schemas/definitions'
import { compilePreview, type Preview } from './compile-preview.ts'
import { PREVIEW_POLICY, PREVIEW_SCRIPT, PREVIEW_STYLE, previewPage } from './preview-page.ts'

export interface PreviewServerOptions {
  /** Schemas folder; its changes are followed. */
  schemas: string
  slug: string
  /** Day whose version is shown, `YYYY-MM-DD`. */
  on: string
  language: string
  /** Five-digit code of the commune whose page it plays. */
  commune: string
  /** File `motcua.single.js`. */
  script: string
  /** @default 0, any free port */
  port?: number
  /** Called after the first compilation and after every change. */
  onCompiled?(preview: Preview): void
}

export interface PreviewServer {
  url: string
  close(): Promise<void>
}

const QUIET_MS = 120

type Served = readonly [type: string, body: string | (() => Promise<Uint8Array>)]

/** Serves one procedure's form to this machine only, and follows the JSON it is made of. */
export async function startPreview({ schemas, slug, on, language, commune, script, port = 0, onCompiled }: PreviewServerOptions): Promise<PreviewServer> {
  const listeners = new Set<ServerResponse>()
  const lists = [...readDefinitionFiles({ generatedAt: `${on}T00:00:00+07:00` })].filter(([path]) => path.startsWith('reference/'))
  let preview = compilePreview(schemas, slug, on)
  onCompiled?.(preview)

  const files = (): ReadonlyMap<string, Served> => new Map<string, Served>([
    ['/', ['text/html; charset=utf-8', previewPage(preview, { slug, language, commune })]],
    ['/preview.css', ['text/css; charset=utf-8', PREVIEW_STYLE]],
    ['/preview.js', ['text/javascript; charset=utf-8', PREVIEW_SCRIPT]],
    ['/motcua.single.js', ['text/javascript; charset=utf-8', () => readFile(script)]],
    ...lists.map(([path, text]): [string, Served] => [`/definitions/${path}`, ['application/json', text]]),
    ...(preview.kind === 'form' ? [['/definitions/index.json', ['application/json', preview.index]], [`/definitions/${preview.path}`, ['application/json', preview.text]]] as const : []),
  ])

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeader('content-security-policy', PREVIEW_POLICY)
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('cache-control', 'no-store')
    // Another site could name this machine as its own address: only our own names are answered.
    if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(request.headers.host ?? '')) return end(response, 421)
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405)
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    if (path === '/favicon.ico') return end(response, 204)
    if (path === '/changes') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': here\n\n')
      listeners.add(response)
      request.on('close', () => listeners.delete(response))
      return
    }
    const file = files().get(path)
    if (file === undefined) return end(response, 404)
    const [type, body] = file
    const bytes = typeof body === 'string' ? body : await body()
    response.writeHead(200, { 'content-type': type }).end(request.method === 'HEAD' ? undefined : bytes)
  }

  const server = createServer((request, response) => { answer(request, response).catch(() => { end(response, 500) }) })
  await new Promise<void>((resolve, reject) => { server.once('error', reject).listen(port, '127.0.0.1', resolve) })

  let timer: NodeJS.Timeout | undefined
  const follow = (): void => {
    try {
      preview = compilePreview(schemas, slug, on)
    } catch {
      // A folder was renamed under us: the next change tells.
      return
    }
    onCompiled?.(preview)
    for (const listener of listeners) listener.write('data: changed\n\n')
  }
  const watcher = watch(schemas, { recursive: true }, (_event, name) => {
    if (name !== null && !name.endsWith('.json')) return
    clearTimeout(timer)
    timer = setTimeout(follow, QUIET_MS)
  })

  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : port}/`,
    async close() {
      clearTimeout(timer)
      watcher.close()
      for (const listener of listeners) listener.end()
      server.closeAllConnections()
      await new Promise<void>((resolve) => { server.close(() => { resolve() }) })
    },
  }
}

function end(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.writeHead(status)
  response.end()
}
