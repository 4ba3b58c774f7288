import { createHash } from 'node:crypto'
import { extname, join } from 'node:path'
import { Hono } from 'hono'
import { COMMON_HEADERS, communePolicy } from '../http/security-headers.ts'
import type { Sites } from '../http/sites.ts'
import { fileBelow, mediaTypeOf, readIfThere } from '../http/static-files.ts'
import type { CspReportLog } from './csp-reports.ts'

export interface CommuneSiteOptions {
  sites: Sites
  /** Folder of the commune's own files. */
  siteDir: string
  /** Folder of the kit's browser bundle, served under `/motcua/`. */
  kitDir: string
  reports: CspReportLog
}

const MAX_REPORT_BYTES = 32 * 1024

/**
 * The commune's web server: static files and one policy header. The pages hold two placeholders, because the port of
 * the gateway and the hash of the bundle change from run to run; a commune writes both once, by hand:
 * `{{portal}}` is the gateway's origin and `{{integrity:/motcua/x.js}}` the SRI value of that file.
 */
export function createCommuneSite({ sites, siteDir, kitDir, reports }: CommuneSiteOptions): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(COMMON_HEADERS)) c.header(name, value)
    c.header('content-security-policy', communePolicy(sites.gateway))
    c.header('cache-control', 'no-cache')
  })

  app.post('/csp-reports', async (c) => {
    const body = await c.req.text()
    reports.record(body.length > MAX_REPORT_BYTES ? undefined : parseJson(body))
    return c.body(null, 204)
  })

  app.get('*', async (c) => {
    const path = decodePath(c.req.path)
    const file = path === undefined ? undefined : fileOf(path)
    const bytes = file === undefined ? undefined : await readIfThere(file)
    if (file === undefined || bytes === undefined) return notFound()
    const mediaType = mediaTypeOf(file)
    const body = extname(file) === '.html' ? await fill(bytes.toString('utf8')) : new Uint8Array(bytes)
    return c.body(body, 200, { 'content-type': mediaType })
  })

  return app

  function fileOf(path: string): string | undefined {
    return path.startsWith('/motcua/') ? fileBelow(kitDir, path.slice('/motcua/'.length)) : fileBelow(siteDir, path === '/' ? 'index.html' : path)
  }

  async function fill(page: string): Promise<string> {
    const scripts = new Set(Array.from(page.matchAll(/\{\{integrity:([^}]+)\}\}/g), (match) => match[1] ?? ''))
    let filled = page.replaceAll('{{portal}}', sites.gateway)
    for (const script of scripts) {
      const file = fileOf(script)
      const bytes = file === undefined ? undefined : await readIfThere(file)
      filled = filled.replaceAll(`{{integrity:${script}}}`, bytes === undefined ? '' : integrityOf(bytes))
    }
    return filled
  }

  async function notFound(): Promise<Response> {
    const page = await readIfThere(join(siteDir, '404.html'))
    return new Response(page === undefined ? 'Không có trang này.\n' : await fill(page.toString('utf8')), {
      status: 404,
      headers: { 'content-type': page === undefined ? 'text/plain; charset=utf-8' : 'text/html; charset=utf-8' },
    })
  }
}

/** Value of the `integrity` attribute of a script: SHA-384 of its bytes. */
export function integrityOf(bytes: Uint8Array): string {
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`
}

function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
