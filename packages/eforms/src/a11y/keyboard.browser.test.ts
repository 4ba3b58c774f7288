/// <reference types="vite/client" />
import type { JsonObject } from '@motcua/core/json'
import { catalogue } from '@motcua/schemas/catalogue'
import { readDefinitionFiles } from '@motcua/schemas/definitions'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../define.ts'
import type { MotcuaEform } from '../elements/eform/eform.ts'
import { driveForm } from '../form-tester/index.ts'
import type { TestFile } from '../form-tester/index.ts'
import { FixturePortal, fixtureServices } from '../testing/services.ts'
import { focusFaults, focused } from './focus-indicator.ts'
import { keyboardPage } from './keyboard-page.ts'
import type { KeyboardLog } from './keyboard-page.ts'
import { SCREENS } from './screens.ts'

interface Sample { today: string; answers: JsonObject }

const SAMPLES = import.meta.glob<Sample>('../../../../schemas/procedures/{extract-copy,birth-registration}/*/samples/valid/{grandchild-authorised,both-parents}.json', { eager: true, import: 'default' })
const PLACES: unknown = JSON.parse(readDefinitionFiles({ generatedAt: '' }).get('reference/communes.json') ?? '')
const isFull = import.meta.env.MOTCUA_CONFORMANCE === 'full'
const FILINGS = [['extract-copy', 'submit', 'Đã nộp hồ sơ'], ['birth-registration', 'hand-off', 'Tờ khai đã sẵn sàng']].slice(0, isFull ? 2 : 1)
const log: KeyboardLog = { stops: 0, faults: [] }

afterAll(() => { console.log(`conformance: keyboard stops with a focus that is seen: ${log.stops - log.faults.length}/${log.stops}`) })
afterEach(() => {
  vi.useRealTimers()
  document.body.replaceChildren()
})

describe('a whole filing by keyboard alone', () => {
  it.each(FILINGS)('of %s, to %s', async (slug = '', ending = '', last = '') => {
    const [path = '', sample] = Object.entries(SAMPLES).find(([name]) => name.includes(`/${slug}/`)) ?? []
    if (!sample) throw new Error(`There is no sample of ${slug} at ${path}.`)
    const { today, answers } = sample
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${today}T12:00:00+07:00`) })
    const entry = catalogue.find(slug, { on: today })
    if (!entry) throw new Error(`There is no ${slug} on ${today}.`)
    const definition = await entry.load()
    const portal = new FixturePortal()
    // Nobody's answers are filled in: all is typed.
    portal.me = () => Promise.reject(new TypeError('network'))
    const element = document.createElement('motcua-eform') as MotcuaEform
    for (const [name, value] of Object.entries({ procedure: slug, commune: '30838' })) element.setAttribute(name, value)
    element.services = { ...fixtureServices({ definition, ...(ending === 'submit' && { portal }) }), loadPlaces: async () => PLACES }
    document.body.append(element)
    await expect.element(page.getByRole('button', { name: 'Bắt đầu' })).toBeVisible()

    const pdf: TestFile = { name: 'giay-to.pdf', mediaType: 'application/pdf', bytes: new TextEncoder().encode('%PDF-1.7\n') }
    const attachments = Object.fromEntries(definition.procedure.documents.map(({ id }) => [id, pdf]))
    const report = await driveForm({ page: keyboardPage(log), definition, answers, today, places: PLACES, ...(ending === 'submit' && { attachments }), timeoutMs: 4000 })
    expect(report).toMatchObject({ unfilled: [], summary: [] })
    expect(report.stopped).toBeUndefined()
    await expect.element(page.getByRole('heading', { name: last })).toBeVisible()
    if (ending === 'submit') expect(portal.submissions[0]?.submission).toMatchObject({ answers, attachments: [expect.objectContaining({ uploadId: expect.any(String) })] })
    expect(log.faults).toEqual([])
  }, 60_000)
})

describe('Tab', () => {
  it.each(SCREENS.filter((_screen, index) => isFull || index % 6 === 5))('goes through “$name” once, in the order it is read, and out again', async ({ show }) => {
    const before = document.body.appendChild(document.createElement('button'))
    const element = await show('vi')
    const after = document.body.appendChild(document.createElement('button'))
    for (const button of [before, after]) button.textContent = 'Trang xã'
    before.focus()
    const stops: HTMLElement[] = []
    for (await userEvent.keyboard('{Tab}'); focused() !== after && stops.length < 100; await userEvent.keyboard('{Tab}')) {
      const stop = focused()
      if (!stop) break
      stops.push(stop)
      log.stops += 1
      log.faults.push(...focusFaults(stop))
    }
    expect(focused()).toBe(after)
    const controls = [...element.shadowRoot?.querySelectorAll<HTMLElement>('a, button, summary, input, select, textarea') ?? []].filter((control) => control.checkVisibility() && !control.matches(':disabled'))
    // Of a group of radio buttons one is a stop.
    expect(stops).toEqual(controls.filter((control) => !(control instanceof HTMLInputElement && control.type === 'radio') || stops.includes(control)))
    expect(log.faults).toEqual([])
  })
})
