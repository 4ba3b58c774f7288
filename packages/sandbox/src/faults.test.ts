import { createHash, randomBytes } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createAdmin } from './admin.ts'
import { CspReportLog } from './commune/csp-reports.ts'
import { FaultInjector } from './faults.ts'
import type { NodeHandler } from './http/dispatch.ts'
import { openTestSites } from './testing/test-sites.ts'
import type { TestSites } from './testing/test-sites.ts'

const faults = new FaultInjector()
let test: TestSites
let done: number
let stored: Buffer

// Stands for the gateway: keeps every byte that arrives, also of a request that is cut off.
const store: NodeHandler = (request, response) => {
  stored = Buffer.alloc(0)
  request.on('data', (chunk: Buffer) => { stored = Buffer.concat([stored, chunk]) })
  request.on('error', () => undefined)
  request.on('end', () => {
    done += 1
    response.writeHead(201, { 'content-type': 'application/json' }).end('{"done":true}')
  })
}

beforeAll(async () => {
  test = await openTestSites()
  test.mount('gateway', faults.wrap(store, [test.sites.commune]))
  test.mount('sandbox', createAdmin({ sites: test.sites, faults, reports: new CspReportLog() }))
})
afterAll(() => test.close())
beforeEach(() => {
  faults.clear()
  done = 0
})

const send = (method: string, path: string, body?: Uint8Array, headers: Record<string, string> = {}): Promise<Response> =>
  test.fetch(test.sites.gateway + path, { method, headers, ...(body === undefined ? {} : { body: new Uint8Array(body) }) })

/** Sends in small pieces, as a browser on a slow line does. */
function sendSlowly(path: string, body: Buffer): Promise<'answered' | 'cut'> {
  return new Promise((resolve) => {
    const url = new URL(test.sites.gateway + path)
    const request = httpRequest({ host: '127.0.0.1', port: url.port, path, method: 'PATCH', headers: { host: url.host, 'content-length': body.byteLength } }, () => { resolve('answered') })
    request.on('error', () => { resolve('cut') })
    const step = (at: number): void => {
      if (at >= body.byteLength) { request.end(); return }
      request.write(body.subarray(at, at + 10_000), () => { setTimeout(step, 1, at + 10_000) })
    }
    step(0)
  })
}

describe('faults of the network in front of the gateway', () => {
  it('leaves requests alone when no fault waits', async () => {
    const body = randomBytes(300_000)
    expect((await send('PATCH', '/v1/uploads/a', body)).status).toBe(201)
    expect(createHash('sha256').update(stored).digest('hex')).toBe(createHash('sha256').update(body).digest('hex'))
  })

  it('cuts an upload after exactly the bytes asked for, once', async () => {
    faults.add({ kind: 'cut-upload', afterBytes: 65_536, times: 1 })
    const body = randomBytes(300_000)
    expect(await sendSlowly('/v1/uploads/a', body)).toBe('cut')
    expect(stored.equals(body.subarray(0, 65_536))).toBe(true)
    expect(await sendSlowly('/v1/uploads/a', body)).toBe('answered')
  })

  it('lets the work be done and loses the reply', async () => {
    faults.add({ kind: 'drop-reply', times: 1 })
    await expect(send('POST', '/v1/dossiers', new TextEncoder().encode('{}'))).rejects.toThrow('did not answer')
    expect(done).toBe(1)
    expect((await send('POST', '/v1/dossiers', new TextEncoder().encode('{}'))).status).toBe(201)
  })

  it('answers 503 as a problem that an allowed page may read, as often as asked', async () => {
    faults.add({ kind: 'unavailable', path: '/v1/me', times: 2 })
    const first = await send('GET', '/v1/me', undefined, { origin: test.sites.commune })
    expect(first.status).toBe(503)
    expect(first.headers.get('access-control-allow-origin')).toBe(test.sites.commune)
    expect(await first.json()).toMatchObject({ type: 'urn:motcua:problem:unavailable', status: 503, correlationId: first.headers.get('x-correlation-id') })
    const other = await send('GET', '/v1/me', undefined, { origin: 'http://evil.example' })
    expect(other.headers.get('access-control-allow-origin')).toBeNull()
    expect((await send('GET', '/v1/me')).status).toBe(201)
    expect((await send('GET', '/v1/other')).status).toBe(201)
  })

  it('is switched from outside by JSON, and says what is wrong with a fault it does not know', async () => {
    const post = (body: string, type = 'application/json'): Promise<Response> =>
      test.fetch(`${test.sites.sandbox}/__faults`, { method: 'POST', headers: { 'content-type': type }, body })
    expect((await post('{"kind":"delay","milliseconds":5}')).status).toBe(201)
    expect(faults.list()).toEqual([{ kind: 'delay', milliseconds: 5, times: 1 }])
    const wrong = await post('{"kind":"flood"}')
    expect(wrong.status).toBe(422)
    expect((await wrong.json()).error).toContain('kind')
    expect((await post('{"kind":"delay","milliseconds":5}', 'text/plain')).status).toBe(415)
    await test.fetch(`${test.sites.sandbox}/__faults`, { method: 'DELETE' })
    expect(faults.list()).toEqual([])
  })
})
