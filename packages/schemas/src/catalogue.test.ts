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
