import { createHash, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PortInUseError } from './errors.ts'
import { startSandbox } from './sandbox.ts'
import type { Sandbox } from './sandbox.ts'
import { personOf } from './identity-provider/people.ts'
import { CookieBrowser } from './testing/cookie-browser.ts'

// One story, told over HTTP only: every part is the real one. The browser tells it again in the end-to-end test.
const SAMPLE = new URL('../../../schemas/procedures/extract-copy/2026-01-14/samples/valid/grandchild-authorised.json', import.meta.url)
// A Friday morning, so that the working calendar has nothing to add.
const CLOCK_AT = Date.parse('2026-11-20T09:00:00+07:00')
const startedAt = Date.now()
const clock = (): Date => new Date(CLOCK_AT + (Date.now() - startedAt))

let sandbox: Sandbox
let desk: CookieBrowser
let token: string
let code: string

beforeAll(async () => { sandbox = await startSandbox({ port: 0, clock }) })
afterAll(() => sandbox.close())

async function signInAtPage(person: string): Promise<string> {
  const browser = new CookieBrowser(sandbox.fetch)
  const verifier = randomBytes(32).toString('base64url')
  const address = new URL(`${sandbox.url('gateway')}/v1/sign-in`)
  address.search = new URLSearchParams({
    return_to: `${sandbox.url()}/extract-copy.html`, state: randomBytes(16).toString('base64url'), code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  }).toString()
  const back = await passIdentityProvider(browser, await browser.get(address.href), address.href, person)
  const answer = await call('POST', '/v1/session', { code: new URLSearchParams(back.hash.slice(1)).get('motcua_code'), codeVerifier: verifier })
  return (await answer.json()).accessToken
}

async function passIdentityProvider(browser: CookieBrowser, response: Response, from: string, person: string): Promise<URL> {
  const page = await browser.follow(response, from, (url) => url.pathname.startsWith('/interaction/'))
  await browser.get(page.href)
  const chosen = await browser.post(page.href, { choice: 'sign-in', person, level: '2' })
  return browser.follow(chosen, page.href, (url) => url.hash !== '')
}

async function call(method: string, path: string, body?: unknown, bearer?: string): Promise<Response> {
  return sandbox.fetch(sandbox.url('gateway') + path, {
    method,
    headers: {
      origin: sandbox.url(), 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(),
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

async function upload(documentId: string, bytes: Buffer): Promise<{ documentId: string; uploadId: string; sha256: string }> {
  const metadata = Object.entries({ documentId, filename: 'uy-quyen.pdf', filetype: 'application/pdf', procedure: 'extract-copy', commune: '30838' })
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(',')
  const headers = { authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0', origin: sandbox.url() }
  const created = await sandbox.fetch(`${sandbox.url('gateway')}/v1/uploads`, { method: 'POST', headers: { ...headers, 'upload-length': String(bytes.byteLength), 'upload-metadata': metadata } })
  expect(created.status).toBe(201)
  const location = new URL(created.headers.get('location') ?? '', sandbox.url('gateway')).href
  const patched = await sandbox.fetch(location, { method: 'PATCH', headers: { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }, body: new Uint8Array(bytes) })
  expect(patched.status).toBe(204)
  const stored = await (await call('GET', `${new URL(location).pathname}/confirmation`, undefined, token)).json()
  return { documentId, uploadId: stored.uploadId, sha256: stored.sha256 }
}

async function atDesk(act: string, fields: Record<string, string> = {}): Promise<string> {
  const path = `${sandbox.url('desk')}/dossiers/${code}`
  expect((await desk.post(`${path}/${act}`, fields)).status).toBe(303)
  return (await desk.get(path)).text()
}

/** Signs the draft as leader and issues it as clerk, with two presses on the telephone. */
async function signResult(): Promise<string[]> {
  const officer = await signInAtPage('test-minh')
  const path = `/v1/officer/dossiers/${code}/signing`
  const outcomes: string[] = []
  for (const expected of ['sign', 'issue']) {
    const { next, file, certificate } = await (await call('GET', path, undefined, officer)).json()
    expect(next).toBe(expected)
    const request = await (await call('POST', `${path}/requests`, { act: next, fileId: file.fileId, sha256: file.sha256, certificate: certificate.thumbprint }, officer)).json()
    expect(request.state).toBe('waiting')
    const telephone = new CookieBrowser(sandbox.fetch)
    const page = await (await telephone.get(`${sandbox.url('sign')}/`)).text()
    expect(page).toContain(`Kết quả hồ sơ ${code}`)
    await telephone.post(`${sandbox.url('sign')}/telephone`, { id: /name="id" value="([^"]+)"/.exec(page)?.[1] ?? '', act: 'confirm' })
    const state = async (): Promise<string> => (await (await call('GET', `${path}/requests/${request.id}`, undefined, officer)).json()).state
    await expect.poll(state, { interval: 300 }).toBe('recorded')
    outcomes.push(`${request.act} recorded`)
  }
  return outcomes
}

async function track(): Promise<{ state: number; fee: { state: string }; results: Array<{ fileId: string; sha256: string }>; steps: Array<{ kind: string; sealed: string }> }> {
  return (await call('GET', `/v1/dossiers/${code}`, undefined, token)).json()
}

describe('sandbox', () => {
  it('answers on all its sites, sends localhost to the commune, and knows no other name', async () => {
    for (const site of ['commune', 'idp', 'bank', 'desk', 'sign', 'national', 'population', 'sandbox'] as const) {
      const response = await sandbox.fetch(`${sandbox.url(site)}/`)
      expect(response.status, site).toBe(200)
      expect(response.headers.get('content-security-policy'), site).toContain("default-src 'none'")
    }
    expect((await sandbox.fetch(`${sandbox.url('gateway')}/health/ready`)).status).toBe(200)
    const root = await fetch(`http://127.0.0.1:${sandbox.port}/`, { redirect: 'manual' })
    expect(root.headers.get('location')).toBe(`${sandbox.url()}/`)
    expect((await sandbox.fetch(sandbox.url().replace('commune', 'elsewhere'))).status).toBe(421)
  })

  it('says plainly that the port is taken', async () => {
    await expect(startSandbox({ port: sandbox.port })).rejects.toThrow(PortInUseError)
  })

  it('lets a citizen sign in, attach and submit: state 1, with a code of the agency', async () => {
    token = await signInAtPage('test-hoa')
    const index = await (await call('GET', '/definitions/index.json')).json()
    const { slug, effectiveFrom, sha256 } = index.definitions.find((entry: { slug: string }) => entry.slug === 'extract-copy')
    const definition = await (await call('GET', `/definitions/${slug}/${effectiveFrom}/${sha256}.json`)).json()
    const hoa = personOf('test-hoa')
    const { answers } = JSON.parse(await readFile(SAMPLE, 'utf8'))
    Object.assign(answers.requester, { fullName: hoa.fullName, birthDate: hoa.birthDate, personalId: hoa.personalId, phone: hoa.phone })
    const documentId: string = definition.procedure.documents[0].id
    const attachment = await upload(documentId, Buffer.from(`%PDF-1.4\n${'1 0 obj<<>>endobj\n'.repeat(200)}%%EOF\n`))
    const answer = await call('POST', '/v1/dossiers', {
      procedure: { slug, effectiveFrom, sha256 }, commune: '30838', answers, attachments: [attachment], locale: 'vi',
    }, token)
    const acknowledgement = await answer.json()
    expect(acknowledgement).toMatchObject({ state: 1, fee: { amountVnd: 16_000, state: 'owed' } })
    code = acknowledgement.code
    expect(code).toMatch(/^H99\.30\.38-261120-\d{4,}$/)
  })

  it('has the bank pay by the QR code, and only the notification marks it paid', async () => {
    const request = await (await call('POST', `/v1/dossiers/${code}/payments`, {}, token)).json()
    const bank = new CookieBrowser(sandbox.fetch)
    expect(await (await bank.get(`${sandbox.url('bank')}/`)).text()).toContain(request.reference)
    expect(await (await bank.post(`${sandbox.url('bank')}/transfer`, { payload: request.qrPayload, act: 'forged' })).text()).toContain('từ chối')
    expect((await track()).fee.state).toBe('owed')
    await bank.post(`${sandbox.url('bank')}/transfer`, { payload: request.qrPayload, act: 'exact' })
    expect((await track()).fee.state).toBe('paid')
  })

  it('lets the officer sign in through the portal contract, receive, and ask once for a paper of the dossier', async () => {
    desk = new CookieBrowser(sandbox.fetch)
    const start = `${sandbox.url('desk')}/sign-in`
    const back = await passIdentityProvider(desk, await desk.get(start), start, 'test-minh')
    const answer = new URLSearchParams(back.hash.slice(1))
    await desk.post(`${sandbox.url('desk')}/signed-in`, { code: answer.get('motcua_code') ?? '', state: answer.get('motcua_state') ?? '', error: '' })
    expect(await (await desk.get(`${sandbox.url('desk')}/`)).text()).toContain(code)
    const received = await atDesk('steps', { kind: 'receive' })
    expect(received).toContain('Giấy tiếp nhận hồ sơ và hẹn trả kết quả')
    expect(received).toContain('Nguyễn Minh Khôi')
    expect(await atDesk('steps', { kind: 'process' })).toContain('Đang xử lý')
    const { attachments } = await (await call('GET', `/v1/dossiers/${code}`, undefined, token)).json()
    expect(await atDesk('supplement', { documents: attachments[0].documentId, note: 'Ảnh chụp bị mờ, hãy chụp lại.' })).toContain('Yêu cầu bổ sung giấy tờ')
    const replacement = await upload(attachments[0].documentId, Buffer.from(`%PDF-1.4\n${'2 0 obj<<>>endobj\n'.repeat(200)}%%EOF\n`))
    expect((await call('POST', `/v1/dossiers/${code}/supplement`, { attachments: [replacement] }, token)).status).toBe(200)
    expect((await track()).state).toBe(4)
  })

  it('refuses to close without a result, or with a result of another dossier, and says why', async () => {
    expect(await atDesk('close-empty')).toContain('no-result-file')
    expect(await atDesk('close-foreign')).toContain('pdf-for-other-dossier')
    expect((await track()).state).toBe(4)
  })

  it('closes with a signed result and manifest, returns it, and every officer step is signed', async () => {
    expect(await atDesk('draft')).toContain('Đã lưu dự thảo kết quả')
    expect(await signResult()).toEqual(['sign recorded', 'issue recorded'])
    expect(await atDesk('finish')).toContain('Đã xử lý xong')
    expect(await atDesk('steps', { kind: 'return' })).toContain('Đã trả kết quả')
    const dossier = await track()
    expect(dossier.state).toBe(10)
    const byOfficer = dossier.steps.filter(({ kind }) => ['receive', 'process', 'request-supplement', 'finish', 'return'].includes(kind))
    expect(byOfficer).toHaveLength(5)
    expect(byOfficer.every(({ sealed }) => sealed === 'officer-signature')).toBe(true)
    expect(dossier.results).toHaveLength(1)
    const [file] = dossier.results
    const pdf = await sandbox.fetch(`${sandbox.url('gateway')}/v1/dossiers/${code}/results/${file?.fileId}`, { headers: { authorization: `Bearer ${token}` } })
    expect(createHash('sha256').update(new Uint8Array(await pdf.arrayBuffer())).digest('hex')).toBe(file?.sha256)
  })

  it('synchronises the dossier to the national receiver', async () => {
    const received = async (): Promise<string> => JSON.stringify(await (await sandbox.fetch(`${sandbox.url('national')}/__received`)).json())
    await expect.poll(received, { timeout: 20_000 }).toContain(`"MaHoSo":"${code}"`)
  })

  it('takes a complaint about the dossier, and the desk answers it in its history', async () => {
    const sent = await (await call('POST', '/v1/feedback', { kind: 'complaint', dossier: code, words: 'Tôi chờ <b>hai giờ</b> ở quầy.' }, token)).json()
    const page = `${sandbox.url('desk')}/feedback/${sent.code}`
    expect(await (await desk.get(`${sandbox.url('desk')}/feedback`)).text()).toContain(sent.code)
    expect(await (await desk.get(page)).text()).toContain('Tôi chờ &lt;b&gt;hai giờ&lt;/b&gt; ở quầy.')
    await desk.post(page, { kind: 'accept', after: '1' })
    await desk.post(page, { kind: 'answer', after: '1', words: 'Trễ mất rồi' })
    expect(await (await desk.get(page)).text()).toContain('vừa có diễn biến mới')
    await desk.post(page, { kind: 'answer', after: '2', words: 'Chúng tôi xin lỗi.' })
    const answered = await (await call('GET', `/v1/feedback/${sent.code}`, undefined, token)).json()
    expect([answered.state, answered.acts.map(({ kind }: { kind: string }) => kind)]).toEqual(['answered', ['sent', 'accept', 'answer']])
    expect((await (await call('POST', `/v1/dossiers/${code}/rating`, { level: 'satisfied' }, token)).json()).rating.level).toBe('satisfied')
  })

  it('publishes a year, of which eleven months say that they are invented', async () => {
    const { months, notice } = await (await sandbox.fetch(`${sandbox.url('gateway')}/v1/statistics?commune=30838`)).json()
    expect(notice.vi).toContain('dựng lên')
    expect(months.map(({ origin, source }: { origin: string; source?: { en: string } }) => source?.en ?? origin)).toEqual([...Array.from({ length: 11 }, () => 'invented for the trial, of no real commune'), 'records'])
  })

  it('keeps the officer’s desk from citizens and from forms of other sites', async () => {
    expect((await call('GET', '/v1/officer/dossiers', undefined, token)).status).toBe(403)
    const forged = await sandbox.fetch(`${sandbox.url('desk')}/dossiers/${code}/finish`, {
      method: 'POST', headers: { origin: 'http://evil.example', 'content-type': 'application/x-www-form-urlencoded' }, body: 'results=x',
    })
    expect(forged.status).toBe(403)
  })
})
