import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { json, startLocalServer, type LocalServer } from '../test/local-server.ts'
import * as samples from '../test/samples.ts'

// Chrome 109 and Safari 16.4 have no AbortSignal.any; it must be gone before the HTTP library looks for it.
Reflect.deleteProperty(AbortSignal, 'any')
const { createPortalClient } = await import('./client.ts')

let server: LocalServer
beforeAll(async () => { server = await startLocalServer() })
afterAll(() => server.close())

describe('without AbortSignal.any', () => {
  const client = () => createPortalClient({ baseUrl: server.url, attemptTimeoutMs: 100 })

  it('repeats an attempt that hangs', async () => {
    server.handle((_, response) => { if (server.requests.length > 1) json(response, 200, samples.commune) })
    expect((await client().commune('30838')).code).toBe('30838')
  })

  it('keeps the bound of the whole call and the reason of the caller', async () => {
    server.handle(() => { /* never answers */ })
    await expect(client().commune('30838', { timeoutMs: 50 })).rejects.toMatchObject({ code: 'ERR_PORTAL_TIMEOUT' })
    await new Promise((resolve) => { setTimeout(resolve, 600) })
    expect(server.requests).toHaveLength(1)
    const controller = new AbortController()
    setTimeout(() => controller.abort(new Error('left')), 30)
    await expect(client().commune('30838', { signal: controller.signal })).rejects.toThrow('left')
  })
})
