import { afterEach, describe, expect, it, vi } from 'vitest'
import { portalServices } from '../services/portal-services.ts'
import { FIXTURE_SESSION } from '../testing/services.ts'
import type { Submission } from '../services/contract.ts'

afterEach(() => { vi.unstubAllGlobals(); sessionStorage.clear() })

const CODE = '000.22.30.H01-261121-0001'
const KEY = { idempotencyKey: '7f3c0a52-5b0e-4a57-9f0e-000000000001' }
const PERSONAL = /Nguy|Trần|Tran|089058000001|0912345678|khai-sinh|TmdX|VHLh/
const submission = {
  procedure: { slug: 'fixture-copy', effectiveFrom: '2026-01-01', sha256: 'a'.repeat(64) }, commune: '30838', attachments: [], locale: 'vi',
  answers: { fullName: 'Nguyễn Văn Mẫu', child: 'Trần Cháu Mẫu', personalId: '089058000001', phone: '0912345678' },
} as Submission

/** Everything the elements ask of a gateway for one filing. */
const asked = (services: ReturnType<typeof portalServices>['services']): Record<string, () => Promise<unknown>> => ({
  me: () => services.me(),
  upload: () => services.upload(new File([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d])], 'khai-sinh-Tran-Chau.pdf', { type: 'application/pdf' }), {
    documentId: 'authorisation', procedure: 'fixture-copy', commune: '30838', signal: new AbortController().signal, onProgress: () => undefined,
  }),
  submit: () => services.submit(submission, KEY),
  listDossiers: () => services.listDossiers(),
  track: () => services.track(CODE),
  answerSupplement: () => services.answerSupplement(CODE, [], KEY),
  withdraw: () => services.withdraw(CODE, KEY),
  intakeSlip: () => services.intakeSlip(CODE),
  requestPayment: () => services.requestPayment(CODE, KEY),
  beginSignIn: () => services.beginSignIn(location.href),
})

/** What a gateway may answer: a refusal, or something that is no answer at all. */
const ANSWERS: Record<string, () => Response> = {
  'refuses': () => new Response(JSON.stringify({ type: 'urn:motcua:problem:invalid-request', title: 'Không nhận', status: 400, correlationId: 'c0ffee' }), { status: 400, headers: { 'content-type': 'application/problem+json' } }),
  'answers with something else': () => Response.json({ fullName: 89058000001, code: ['Nguyễn Văn Mẫu'], personalId: { value: '089058000001' } }),
}

describe('requests of one filing', () => {
  it.each(Object.entries(ANSWERS))('hold no answer in address or header, nor does the error when the gateway %s', async (name, answer) => {
    const requests: string[] = []
    vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
      const request = new Request(input, init)
      // What an upload is called goes into its metadata, for the officer; no log of a server holds that header.
      const headers = [...request.headers].filter(([header]) => header !== 'upload-metadata')
      requests.push(`${request.method} ${request.url} ${JSON.stringify(headers)}`)
      return answer()
    })
    const { client, services } = portalServices(`https://gateway-${name.length}.example`)
    client.session.set(FIXTURE_SESSION)
    const calls = asked(services)
    for (const [call, ask] of Object.entries(calls)) {
      const error: unknown = await ask().catch((reason: unknown) => reason)
      const said = error instanceof Error ? `${error.name} ${error.message} ${error.stack ?? ''}` : JSON.stringify(error)
      expect(said, call).not.toMatch(PERSONAL)
    }
    // Signing in only says where to go.
    expect(requests.length).toBeGreaterThanOrEqual(Object.keys(calls).length - 1)
    expect(requests.join('\n')).not.toMatch(PERSONAL)
    expect(JSON.stringify({ ...sessionStorage })).not.toMatch(PERSONAL)
  })
})
