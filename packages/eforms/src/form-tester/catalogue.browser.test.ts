/// <reference types="vite/client" />
import { createWorkingCalendar } from '@motcua/core/calendar'
import type { JsonObject, JsonValue } from '@motcua/core/json'
import { createForm } from '@motcua/form-core'
import type { Form } from '@motcua/form-core'
import { catalogue } from '@motcua/schemas/catalogue'
import type { DefinitionIndexEntry, FormDefinition } from '@motcua/schemas/definition'
import { readDefinitionFiles } from '@motcua/schemas/definitions'
import { workingCalendarData } from '@motcua/schemas/reference'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { answerPool, conditionsMet, conditionsOf, coveringForms } from '../../../form-core/test/answer-at-random.ts'
import { createRandom } from '../../../schemas/test/mutate.ts'
import '../define.ts'
import type { MotcuaEform } from '../elements/eform/eform.ts'
import { PlaceDirectory } from '../places/place-directory.ts'
import { readCommunes } from '../places/read-communes.ts'
import { expectAccessible } from '../testing/harness.ts'
import { PACE } from '../testing/pace.ts'
import { fixtureServices } from '../testing/services.ts'
import { violations } from '../testing/strict-policy.ts'
import { driveForm, vitestPage } from './index.ts'

interface Sample { today: string; answers: JsonObject }

const SAMPLES = import.meta.glob<Sample>('../../../../schemas/procedures/*/*/samples/valid/*.json', { eager: true, import: 'default' })
const PLACES: unknown = JSON.parse(readDefinitionFiles({ generatedAt: '' }).get('reference/communes.json') ?? '')
const PROCEDURES = catalogue.list({ on: '2026-11-21' })
const FULL = import.meta.env.MOTCUA_CONFORMANCE === 'full'
const BRANCH_DAY = '2026-11-21'
const driven = new Set<string>()
const POOL = FULL ? await poolOfSamples() : new Map<string, readonly JsonValue[]>()
/** How many ways conditions can go, and those that nobody went yet. */
const branches = { total: 0, open: [] as Array<Set<string>> }

/** Pages looked at, and those that were right. */
const pages = { seen: 0, accessible: 0, unreported: 0 }

afterAll(() => {
  if (FULL) console.log(`conformance: conditional branches driven: ${branches.total - branches.open.reduce((sum, ways) => sum + ways.size, 0)}/${branches.total}`)
  console.log(`conformance: procedures driven page by page: ${driven.size}/${PROCEDURES.length}`)
  console.log(`conformance: axe, pages of every procedure without a violation: ${pages.accessible}/${pages.seen}`)
  console.log(`conformance: pages under strict CSP and Trusted Types without a report: ${pages.unreported}/${pages.seen}`)
})

describe.each(PROCEDURES.map((entry) => ({ entry, slug: entry.slug })))('$slug', async ({ entry }) => {
  const samples = samplesOf(entry)
  const { ways, more } = await otherWays(entry, samples)
  let passed = 0
  let packages: Blob[] = []

  beforeEach(() => {
    violations.length = 0
    packages = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => { if (blob instanceof Blob) packages.push(blob); return '#' })
    // The package is read here instead of being saved as a file.
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  })
  afterEach(() => {
    vi.restoreAllMocks()
    vi.useRealTimers()
    document.body.replaceChildren()
    expect(violations).toEqual([])
    if (samples.length > 0 && passed === samples.length + more.length) driven.add(entry.path)
  })

  const drive = async ({ today, answers }: Sample): Promise<void> => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${today}T12:00:00+07:00`) })
    const definition = await entry.load()
    const element = mountProcedure(definition)
    await expect.element(page.getByRole('button', { name: 'Bắt đầu' })).toBeVisible()
    const report = await driveForm({ page: vitestPage(page, userEvent, { pace: PACE }), definition, answers, today, places: PLACES, timeoutMs: 2000, eachPage: () => lookAt(element) })
    expect(report).toMatchObject({ unfilled: [], summary: [] })
    expect(report.stopped).toBeUndefined()
    expect(report.pages.slice(-3)).toEqual(['@documents', '@check', '@done'])
    await page.getByRole('button', { name: 'Tải tệp dữ liệu của tờ khai (JSON)' }).click()
    await expect.poll(() => packages.length).toBe(1)
    expect(JSON.parse(await packages[0]?.text() ?? '')).toMatchObject({ procedure: { slug: entry.slug } })
    expect(JSON.parse(await packages[0]?.text() ?? '').answers).toEqual(answers)
    passed += 1
  }

  it.each(samples)('is filled in as $name', drive)

  it.each(more)('is filled in as $name', async ({ form, ...sample }) => {
    await drive(sample)
    for (const way of conditionsMet(form)) ways.delete(way)
  })
})

async function lookAt(element: MotcuaEform): Promise<void> {
  pages.seen += 1
  if (violations.length === 0) pages.unreported += 1
  await expectAccessible(element)
  pages.accessible += 1
}

/** All of them at full counts; the one with most answers in the everyday run. */
function samplesOf({ slug, effectiveFrom }: DefinitionIndexEntry): Array<Sample & { name: string }> {
  const folder = `/procedures/${slug}/${effectiveFrom}/samples/valid/`
  const all = Object.entries(SAMPLES).filter(([path]) => path.includes(folder)).map(([path, sample]) => ({ name: path.split(folder)[1]?.replace('.json', '') ?? path, ...sample }))
  const length = ({ answers }: Sample): number => JSON.stringify(answers).length
  return FULL ? all : all.sort((a, b) => length(b) - length(a)).slice(0, 1)
}

/** Forms that go the ways the samples leave out, at full counts, and the ways that are still to be gone. */
async function otherWays(entry: (typeof PROCEDURES)[number], samples: readonly Sample[]): Promise<{ ways: Set<string>; more: Array<Sample & { name: string; form: Form }> }> {
  if (!FULL) return { ways: new Set(), more: [] }
  const definition = await entry.load()
  const places = new PlaceDirectory(async () => PLACES)
  await places.load(readCommunes)
  const circumstances = { now: () => new Date(`${BRANCH_DAY}T12:00:00+07:00`), rules: { calendar: createWorkingCalendar(workingCalendarData()) }, provinceOf: (code: string) => places.provinceOf(code) }
  const already = samples.map(({ answers }) => createForm({ definition, initial: answers, ...circumstances }))
  const { forms } = coveringForms({ definition, pool: POOL, chance: createRandom(1), ...circumstances }, { already, tries: 1000 })
  const ways = new Set(conditionsOf(definition))
  branches.total += ways.size
  for (const form of already) for (const way of conditionsMet(form)) ways.delete(way)
  branches.open.push(ways)
  return { ways, more: forms.map((form, index) => ({ name: `other answers ${index + 1}`, today: BRANCH_DAY, answers: form.project(), form })) }
}

/** What the samples of all procedures answer, by kind of field. */
async function poolOfSamples(): Promise<ReturnType<typeof answerPool>> {
  const known = await Promise.all(PROCEDURES.map(async (entry) => {
    const definition = await entry.load()
    return Object.entries(SAMPLES).filter(([path]) => path.includes(`/procedures/${entry.slug}/`)).map(([, { answers }]) => ({ definition, answers }))
  }))
  return answerPool(known.flat())
}

/** The element without a gateway: every procedure can be handed off. */
function mountProcedure(definition: FormDefinition): MotcuaEform {
  const element = document.createElement('motcua-eform') as MotcuaEform
  for (const [name, value] of Object.entries({ procedure: definition.procedure.slug, commune: '30838' })) element.setAttribute(name, value)
  element.services = { ...fixtureServices({ definition }), loadPlaces: async () => PLACES }
  document.body.append(element)
  return element
}
