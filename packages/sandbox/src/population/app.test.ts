import { createPopulationLookUp } from '@motcua/gateway'
import type { PopulationRequest } from '@motcua/gateway'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personOf } from '../identity-provider/people.ts'
import { CookieBrowser } from '../testing/cookie-browser.ts'
import { openTestSites } from '../testing/test-sites.ts'
import type { TestSites } from '../testing/test-sites.ts'
import { INTEGRATION_CODE, LOOK_UP_PATH, createPopulationDatabase } from './app.ts'
import type { PopulationMode } from './app.ts'

let sites: TestSites
let origin: string

beforeAll(async () => {
  sites = await openTestSites()
  origin = sites.sites.population
  sites.mount('population', createPopulationDatabase({ origin, secret: 's3cret', slowMs: 50 }))
})
afterAll(() => sites.close())

function ask(account: string, change: Partial<PopulationRequest> = {}, secret = 's3cret') {
  const { personalId, fullName, birthDate } = personOf(account)
  const database = createPopulationLookUp({ url: origin + LOOK_UP_PATH, integrationCode: INTEGRATION_CODE, officerId: 'thu', headers: { Authorization: `Bearer ${secret}` }, fetch: sites.fetch, allowInsecureRequests: true })
  return database.lookUp({ requestId: crypto.randomUUID(), procedureCode: '2.000635', agencyCode: 'H99.30.38', personalId, fullName, birthDate, facts: ['birthDate', 'sex', 'permanentResidence'], ...change }, { signal: AbortSignal.timeout(5000) })
}

async function behave(mode: PopulationMode): Promise<void> {
  await new CookieBrowser(sites.fetch).post(`${origin}/mode`, { mode })
}

describe('simulated population database', () => {
  it('knows the people of the simulated sign-in, and the adapter takes only what was asked for', async () => {
    expect(await ask('test-hoa')).toEqual({
      kind: 'found',
      record: { personalId: '091158000123', fullName: 'Nguyễn Thị Hoa', birthDate: '1958-03-08', sex: 'female', permanentResidence: { province: '91', commune: '30838', detail: 'Số 12, ấp Mỹ Bình' } },
    })
    expect(await ask('test-hoa', { facts: [] })).toEqual({ kind: 'found', record: { personalId: '091158000123', fullName: 'Nguyễn Thị Hoa' } })
  })

  it('does not know the officer, nor a number under another name', async () => {
    expect(await ask('test-minh')).toEqual({ kind: 'not-found' })
    expect(await ask('test-hoa', { fullName: 'Lê Thị Mai Phương' })).toEqual({ kind: 'not-found' })
  })

  it('answers a caller without its secret not at all', async () => {
    await expect(ask('test-hoa', {}, 'guess')).rejects.toThrow('answered 401')
  })

  it.each<[PopulationMode, unknown]>([['nobody', { kind: 'not-found' }], ['somebody-else', { kind: 'mismatch' }], ['slow', { kind: 'found' }]])('can be switched to %s', async (mode, answer) => {
    await behave(mode)
    try {
      expect(await ask('test-hoa')).toMatchObject(Object(answer))
    } finally {
      await behave('ok')
    }
  })

  it('can be down', async () => {
    await behave('down')
    try {
      await expect(ask('test-hoa')).rejects.toThrow('answered 502')
    } finally {
      await behave('ok')
    }
  })

  it('shows who asked for what, and of nobody whom about', async () => {
    await ask('test-hoa')
    const page = await (await sites.fetch(`${origin}/`)).text()
    expect(page).toContain('mô phỏng')
    expect(page).toContain('2.000635')
    expect(page + JSON.stringify(await (await sites.fetch(`${origin}/__asked`)).json())).not.toContain('091158000123')
  })
})
