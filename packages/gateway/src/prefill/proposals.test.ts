import type { JsonObject, JsonValue } from '@motcua/core/json'
import { DEFINITION_INDEX } from '@motcua/schemas/definitions'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bundledCalendar, bundledCommunes, bundledDefinitions } from '../definitions/bundled.ts'
import { answerAt, singleFields } from '../definitions/fields.ts'
import { readDefinition } from '../definitions/read.ts'
import { ownAnswers, ownFields, type OwnFact } from './own-fields.ts'
import { propose, type Known } from './proposals.ts'

const source = bundledDefinitions()
const options = { communes: bundledCommunes(), calendar: bundledCalendar(), now: () => new Date('2026-11-23T02:00:00Z') }
const DEFINITIONS = DEFINITION_INDEX.map((entry) => ({ slug: `${entry.slug} of ${entry.effectiveFrom}`, definition: readDefinition(source, entry.sha256) ?? expect.fail(entry.path) }))
const extract = DEFINITIONS.find(({ slug }) => slug.startsWith('extract-copy'))?.definition ?? expect.fail('no extract-copy')
const PID = '091158000123'

const PERSON: Array<[OwnFact, JsonValue]> = [['fullName', 'Nguyễn Thị Hoa'], ['birthDate', '1958-03-08'], ['personalId', PID], ['sex', 'female'], ['phone', '0912345678'], ['email', 'hoa@vidu.vn']]
const HOME: Array<[OwnFact, JsonValue]> = [['residenceKind', 'permanent'], ['residence/scope', 'domestic'], ['residence/province', '91'], ['residence/commune', '30838'], ['residence/detail', 'Số 12']]
const known = (name: Known['source'], facts: Array<[OwnFact, JsonValue]>): Known => ({ source: name, asOf: '2026-11-23', answers: new Map(facts) })

describe.each(DEFINITIONS)('proposals for $slug', ({ definition }) => {
  it('are for the person alone: no other object of the form is ever filled in', () => {
    const owners = new Set(ownFields(definition).map(({ owner }) => owner))
    const proposals = propose(definition, [known('identity-provider', PERSON), known('population-database', HOME)], options)
    for (const { pointer } of proposals) expect([...owners].some((owner) => pointer.startsWith(`${owner}/`))).toBe(true)
    expect([...owners].filter((owner) => !['/requester', '/proxy', '/declarant'].includes(owner))).toEqual([])
  })

  it('are answers to questions that the form has, one each', () => {
    const pointers = propose(definition, [known('identity-provider', PERSON), known('population-database', [...PERSON, ...HOME]), known('earlier-dossier', [...PERSON, ...HOME])], options).map(({ pointer }) => pointer)
    const fields = new Set([...singleFields(definition)].map(({ pointer }) => pointer))
    expect(pointers.filter((pointer) => !fields.has(pointer))).toEqual([])
    expect(new Set(pointers).size).toBe(pointers.length)
    expect(pointers.length > 0).toBe(ownFields(definition).length > 0)
  })
})

describe('an address', () => {
  const homeOf = (...sources: Known[]) => propose(extract, sources, options).filter(({ together }) => together !== undefined)

  it('comes from one source, the next where the better one’s is not whole', () => {
    const broken = known('population-database', HOME.filter(([fact]) => fact !== 'residence/commune'))
    expect(new Set(homeOf(broken, known('earlier-dossier', HOME)).map(({ source: from }) => from))).toEqual(new Set(['earlier-dossier']))
  })

  it.each<[string, Array<[OwnFact, JsonValue]>]>([
    ['a commune of another province', [['residence/province', '01']]], ['a commune that is no more', [['residence/commune', '99999']]], ['a kind nobody knows', [['residenceKind', 'elsewhere']]],
    ['a text that is too long', [['residence/detail', 'x'.repeat(300)]]],
  ])('with %s is left out whole', (_, change) => {
    expect(homeOf(known('population-database', [...HOME.filter(([fact]) => fact !== change[0]?.[0]), ...change]))).toEqual([])
  })
})

describe('what an earlier dossier says of a person', () => {
  const leaf = fc.constantFrom<JsonValue>(PID, '091190000789', 'Số 12', '91', '30838', 'permanent', '0912345678')
  const person = fc.dictionary(fc.constantFrom('fullName', 'personalId', 'phone', 'residenceKind', 'relation'), leaf)
  const answers = fc.dictionary(fc.constantFrom('requester', 'subject', 'child', 'mother', 'proxy'), person)

  it('is read from objects that hold their own number, and from no others', () => {
    fc.assert(fc.property(answers, (given) => {
      const filed: JsonObject = given
      const found = ownAnswers(extract, filed, PID)
      expect(found.length > 0).toBe(answerAt(filed, '/requester/personalId') === PID)
      for (const facts of found) for (const [fact, value] of facts) expect(value).toBe(answerAt(filed, `/requester/${fact}`))
      expect(ownAnswers(extract, filed, '')).toEqual([])
    }))
  })
})
