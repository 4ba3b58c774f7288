import { todayInVietnam } from '@motcua/core/dates'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogue, CatalogueOverlapError, createCatalogue, ProcedureNotInForceError, UnknownProcedureError } from './catalogue.ts'
import type { DefinitionIndexEntry } from './definition.ts'
import { DEFINITION_INDEX } from './generated/definitions/index.ts'

describe('catalogue', () => {
  it.each(['extract-copy', '2.000635'])('finds the version in force by %s and loads its definition', async (name) => {
    const entry = catalogue.find(name, { on: '2026-11-21' })
    expect(entry.slug).toBe('extract-copy')
    const definition = await entry.load()
    expect(definition.procedure.codes[0]?.code).toBe('2.000635')
  })

  it('lists what is in force', () => {
    const slugs = (on: string) => catalogue.list({ on }).map((entry) => entry.slug)
    const inForce = (on: string) => DEFINITION_INDEX.filter(({ effectiveFrom, effectiveTo }) => effectiveFrom <= on && (effectiveTo === null || on <= effectiveTo)).map(({ slug }) => slug)
    for (const on of ['2026-01-13', '2026-11-21', '2027-02-28', '2027-03-01']) expect(slugs(on)).toEqual(inForce(on).toSorted())
    expect(slugs('2026-11-21')).toEqual(expect.arrayContaining(['birth-registration', 'extract-copy']))
    expect(slugs('2027-03-01')).not.toContain('extract-copy')
  })

  it.each(['extract-copy', 'birth-registration', '2.000635', '1.001193'])('gives %s until 2027-02-28 and refuses it from 2027-03-01, when the new civil-status law begins', (name) => {
    expect(catalogue.find(name, { on: '2027-02-28' }).effectiveTo).toBe('2027-02-28')
    const error = thrown(() => catalogue.find(name, { on: '2027-03-01' }))
    expect(error).toBeInstanceOf(ProcedureNotInForceError)
    expect(error).toMatchObject({ code: 'ERR_CATALOGUE_NOT_IN_FORCE', nearestFrom: '2026-01-14', nearestTo: '2027-02-28', isSuccessorPending: true })
    expect(String(error)).toMatch(/successor is not yet published/)
  })

  it.each([
    ['2027-02-28T23:59:59+07:00', true], ['2027-03-01T00:00:00+07:00', false], ['2027-02-28T16:59:59Z', true], ['2027-02-28T17:00:00Z', false],
  ])('at %s it is %s that births are registered by this version: midnight is that of Asia/Ho_Chi_Minh', (instant, isInForce) => {
    const find = (): unknown => catalogue.find('1.001193', { on: todayInVietnam(new Date(instant)) }).slug
    if (isInForce) expect(find()).toBe('birth-registration')
    else expect(find).toThrow(ProcedureNotInForceError)
  })

  it('knows every procedure of the commune by every code it has had, each on its days', () => {
    const days: ReadonlyArray<readonly [slug: string, code: string, from: string, to: string | null]> = [
      ['birth-registration', '1.001193', '2026-01-14', '2027-02-28'], ['interlinked-birth', '2.000986', '2026-01-14', '2026-08-31'], ['interlinked-birth', '2.001023', '2026-01-14', '2026-08-31'],
      ['interlinked-birth', '2.002621', '2026-01-14', '2026-08-31'], ['interlinked-birth', '3.000722', '2026-09-01', '2027-02-28'], ['death-registration', '1.000656', '2026-01-14', '2027-02-28'],
      ['interlinked-death', '2.002622', '2026-01-14', '2026-08-31'], ['interlinked-death', '2.002913', '2026-09-01', '2027-02-28'], ['marriage-registration', '1.000894', '2026-01-14', '2027-02-28'],
      ['marital-status-confirmation', '1.004873', '2026-01-14', '2027-02-28'], ['extract-copy', '2.000635', '2026-01-14', '2027-02-28'], ['civil-status-change', '1.004859', '2026-01-14', '2027-02-28'],
      ['parent-child-recognition', '1.001022', '2026-01-14', '2027-02-28'], ['birth-re-registration', '1.004884', '2026-01-14', '2027-02-28'], ['certified-copy', '2.000815', '2026-07-18', null],
      ['signature-certification', '2.000884', '2026-07-18', null], ['register-copy', '2.000908', '2026-07-18', null], ['permanent-residence', '1.004222', '2026-07-18', null],
      ['temporary-residence', '1.004194', '2026-07-18', null], ['residence-confirmation', '1.010041', '2026-07-18', null], ['monthly-social-allowance', '1.001776', '2025-07-01', null],
      ['social-pension', '1.014027', '2025-07-01', null], ['disability-certificate', '1.001699', '2025-07-01', null], ['poor-household-recognition', '1.011607', '2025-07-01', null],
      ['poor-household-recognition', '1.011606', '2025-07-01', null], ['poor-household-recognition', '1.011608', '2025-07-01', null], ['poor-household-recognition', '1.116214', '2026-01-01', null],
      ['poor-household-recognition', '1.116215', '2026-01-01', null], ['household-business-registration', '1.001612', '2026-01-01', null], ['land-dispute-conciliation', '1.012812', '2026-07-18', null],
      ['land-certificate-correction', '1.012796', '2026-07-18', null],
    ]
    const dayAfter = (day: string, count: number): string => new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10)
    let resolved = 0
    for (const [slug, code, from, to] of days) {
      for (const on of [from, to ?? '2030-12-31']) expect({ code, on, slug: catalogue.find(code, { on }).slug }).toEqual({ code, on, slug })
      for (const on of [dayAfter(from, -1), ...(to === null ? [] : [dayAfter(to, 1)])]) expect(() => catalogue.find(code, { on }), `${code} on ${on}`).toThrow(ProcedureNotInForceError)
      resolved += 1
    }
    const aliases = DEFINITION_INDEX.flatMap(({ codes }) => codes).length
    console.log(`conformance: codes resolved on their first and last day, and refused beyond: ${resolved}/${aliases}`)
    console.log(`conformance: procedures: ${new Set(days.map(([slug]) => slug)).size}/${new Set(DEFINITION_INDEX.map(({ slug }) => slug)).size}`)
    expect(resolved).toBe(aliases)
    expect(new Set(days.map(([slug]) => slug))).toEqual(new Set(DEFINITION_INDEX.map(({ slug }) => slug)))
  })

  it('refuses a day before the first version, whose successor is no question then', () => {
    expect(thrown(() => catalogue.find('extract-copy', { on: '2026-01-13' }))).toMatchObject({ code: 'ERR_CATALOGUE_NOT_IN_FORCE', nearestFrom: '2026-01-14', isSuccessorPending: false })
    expect(catalogue.find('extract-copy', { on: '2026-01-14' }).slug).toBe('extract-copy')
  })

  it('names what exists when nothing is called so', () => {
    const error = thrown(() => catalogue.find('9.999999', { on: '2026-11-21' }))
    expect(error).toBeInstanceOf(UnknownProcedureError)
    expect(error).toMatchObject({ code: 'ERR_CATALOGUE_UNKNOWN_PROCEDURE', known: [...new Set(DEFINITION_INDEX.map(({ slug }) => slug))].toSorted() })
  })

  it.each(['2026-02-30', '21/11/2026', ''])('asks for a calendar day instead of %j', (on) => {
    expect(() => catalogue.find('extract-copy', { on })).toThrow(TypeError)
    expect(() => catalogue.list({ on })).toThrow(TypeError)
  })
})

describe('createCatalogue', () => {
  const first = DEFINITION_INDEX.find((entry) => entry.slug === 'extract-copy')
  const version = (from: string, to: string | null, over: Partial<DefinitionIndexEntry> = {}): DefinitionIndexEntry => {
    if (first === undefined) throw new Error('extract-copy is in the index')
    return { ...first, effectiveFrom: from, effectiveTo: to, ...over }
  }
  const over = (entries: DefinitionIndexEntry[]) => createCatalogue({ entries, load: () => Promise.reject(new Error('not loaded here')) })

  it('chooses between consecutive versions, whatever their order in the index', () => {
    const dated = over([version('2027-03-01', null), version('2026-01-14', '2027-02-28')])
    expect(dated.find('extract-copy', { on: '2027-02-28' }).effectiveFrom).toBe('2026-01-14')
    expect(dated.find('extract-copy', { on: '2027-03-01' }).effectiveFrom).toBe('2027-03-01')
  })

  it('keeps to the days a code alias is valid', () => {
    const alias = { code: '2.000635', from: '2026-01-14', to: '2026-06-30', source: 'test', checkedOn: '2026-11', confidence: 'INFERRED' as const }
    const renamed = over([version('2026-01-14', null, { codes: [alias, { ...alias, code: '2.999999', from: '2026-07-01', to: null }] })])
    expect(renamed.find('2.000635', { on: '2026-06-30' }).slug).toBe('extract-copy')
    expect(() => renamed.find('2.000635', { on: '2026-07-01' })).toThrow(ProcedureNotInForceError)
    expect(renamed.find('2.999999', { on: '2026-07-01' }).slug).toBe('extract-copy')
  })

  it('refuses one code for two procedures on one day', () => {
    expect(() => over([version('2026-01-14', null), version('2026-01-14', null, { slug: 'another' })])).toThrow(CatalogueOverlapError)
  })

  it('refuses exactly the version pairs that share a day', () => {
    const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
    const interval = fc.tuple(day, fc.option(day)).filter(([from, to]) => to === null || from <= to)
    fc.assert(fc.property(interval, interval, ([fromA, toA], [fromB, toB]) => {
      const share = fromA <= (toB ?? '9999') && fromB <= (toA ?? '9999')
      const make = () => over([version(fromA, toA), version(fromB, toB)])
      if (share) expect(make).toThrow(CatalogueOverlapError)
      else expect(make).not.toThrow()
    }))
  })
})

function thrown(act: () => unknown): unknown {
  try {
    act()
  } catch (error) {
    return error
  }
  throw new Error('expected it to throw')
}
