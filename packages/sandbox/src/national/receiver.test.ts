import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStateDir } from '../state/state-dir.ts'
import { CookieBrowser } from '../testing/cookie-browser.ts'
import { openTestSites } from '../testing/test-sites.ts'
import type { TestSites } from '../testing/test-sites.ts'
import { AUTH_PATH, createNationalReceiver, INTEGRATION_PATH } from './receiver.ts'

const CODE = 'H99.30.38-261120-0001'
let test: TestSites
let folder: string
let session: string

async function start(): Promise<void> {
  const state = await openStateDir(folder)
  test.mount('national', await createNationalReceiver({ origin: test.sites.national, username: 'xa', password: 'mat-khau-thu', state, slowMs: 20 }))
}
async function call(path: string, body: unknown): Promise<Response> {
  return test.fetch(test.sites.national + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
}
async function service(name: string, more: Record<string, unknown>): Promise<unknown> {
  return (await call(INTEGRATION_PATH, { session, madonvi: 'H99.30.38', service: name, ...more })).json()
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-national-'))
  test = await openTestSites()
  await start()
  session = (await (await call(AUTH_PATH, { username: 'xa', password: 'mat-khau-thu' })).json()).session
})
afterAll(async () => {
  await test.close()
  await rm(folder, { recursive: true, force: true })
})

describe('fake national receiver, generation G1', () => {
  it('gives a session for the right password only, and nothing without one', async () => {
    expect(session).toMatch(/^[0-9a-f-]{36}$/)
    expect(await (await call(AUTH_PATH, { username: 'xa', password: 'sai' })).json()).not.toHaveProperty('session')
    expect(await (await call(INTEGRATION_PATH, { session: 'x', madonvi: 'y', service: 'TraCuuHoSo', MaHoSo: CODE })).json()).toMatchObject({ error_code: '-1' })
  })

  it('takes a dossier once, says "already exists" the second time, and then takes the update and its progress', async () => {
    expect(await service('TraCuuHoSo', { MaHoSo: CODE })).toMatchObject({ error_code: 0, result: [] })
    expect(await service('CapNhatTienDoHoSoMC', { isUpdating: 'False', data: [{ MaHoSo: CODE }] })).toMatchObject({ error_code: '-4' })
    expect(await service('DongBoHoSoMC', { isUpdating: 'False', data: [{ MaHoSo: CODE, TrangThaiHoSo: '1' }] })).toMatchObject({ error_code: '00' })
    expect(await service('DongBoHoSoMC', { isUpdating: 'False', data: [{ MaHoSo: CODE }] })).toMatchObject({ error_code: '-3', message: expect.stringContaining('đã tồn tại') })
    expect(await service('DongBoHoSoMC', { isUpdating: 'True', data: [{ MaHoSo: CODE, TrangThaiHoSo: '2' }] })).toMatchObject({ error_code: '00' })
    expect(await service('CapNhatTienDoHoSoMC', { isUpdating: 'False', data: [{ MaHoSo: CODE, TrangThai: '2' }] })).toMatchObject({ error_code: '00' })
    expect(await service('TraCuuHoSo', { MaHoSo: CODE })).toMatchObject({ result: [{ TrangThaiHoSo: '2' }] })
  })

  it('still knows its dossiers after a restart', async () => {
    await start()
    expect(await (await test.fetch(`${test.sites.national}/__received`)).json()).toMatchObject({ dossiers: [{ record: { MaHoSo: CODE }, progress: [{ TrangThai: '2' }] }] })
  })

  it('can be down, with the HTML page of a proxy, and comes back', async () => {
    const browser = new CookieBrowser(test.fetch)
    await browser.post(`${test.sites.national}/mode`, { mode: 'down' })
    const answer = await call(AUTH_PATH, {})
    expect(answer.status).toBe(502)
    expect(answer.headers.get('content-type')).toContain('text/html')
    await browser.post(`${test.sites.national}/mode`, { mode: 'ok' })
    expect((await call(AUTH_PATH, {})).status).toBe(200)
  })
})
