import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { json, problem, startLocalServer, type LocalServer } from '../test/local-server.ts'
import * as samples from '../test/samples.ts'
import { createFilingClient } from './filing.ts'
import { prefillOf } from './prefill.ts'
import { createSessionHolder } from './session.ts'

const REQUEST = { procedure: { slug: 'extract-copy', effectiveFrom: '2026-01-14', sha256: 'a'.repeat(64) }, commune: '30838', sources: ['population-database' as const] }
const ANSWER = {
  requestId: '7f3c0a52-5b0e-4a57-9f0e-000000000001',
  proposals: [{ pointer: '/requester/residence/province', value: '91', source: 'population-database', asOf: '2026-11-23', locked: false, together: '/requester/residence' }],
  sources: [{ source: 'population-database', outcome: 'found' }],
}

let server: LocalServer
beforeAll(async () => { server = await startLocalServer() })
afterAll(() => server.close())

function ask(signedIn = true): ReturnType<ReturnType<typeof prefillOf>> {
  const session = createSessionHolder()
  if (signedIn) session.set(samples.session)
  return prefillOf(createFilingClient({ baseUrl: server.url, session }).transport)(REQUEST)
}

describe('prefill', () => {
  it('sends the form and the sources in the body, never a person or an address with data', async () => {
    server.handle((_, response) => { json(response, 200, ANSWER) })
    expect(await ask()).toEqual(ANSWER)
    const [{ method, path, headers, body } = expect.fail('nothing was asked')] = server.requests
    expect({ method, path }).toEqual({ method: 'POST', path: '/v1/prefill' })
    expect(headers.authorization).toBe(`Bearer ${samples.session.accessToken}`)
    expect(JSON.parse(String(body))).toEqual(REQUEST)
  })

  it('asks once: a look-up is not repeated behind the person’s back', async () => {
    server.handle((_, response) => { problem(response, 429, 'too-many-look-ups') })
    await expect(ask()).rejects.toMatchObject({ code: 'ERR_PORTAL_UNREACHABLE' })
    expect(server.requests).toHaveLength(1)
  })

  it('needs a session', async () => {
    await expect(ask(false)).rejects.toMatchObject({ code: 'ERR_PORTAL_SESSION_EXPIRED' })
  })

  it.each([
    ['a source nobody knows', { proposals: [{ ...ANSWER.proposals[0], source: 'neighbour' }] }],
    ['no value', { proposals: [{ ...ANSWER.proposals[0], value: undefined }] }],
    ['a lock that is no yes or no', { proposals: [{ ...ANSWER.proposals[0], locked: 'yes' }] }],
    ['no pointer', { proposals: [{ ...ANSWER.proposals[0], pointer: 'requester' }] }],
  ])('refuses an answer with %s', async (_, change) => {
    server.handle((_request, response) => { json(response, 200, { ...ANSWER, ...change }) })
    await expect(ask()).rejects.toMatchObject({ code: 'ERR_PORTAL_RESPONSE' })
  })
})
