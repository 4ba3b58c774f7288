import { readdirSync } from 'node:fs'
import { createSecondOpinion } from '../packages/form-core/test/second-opinion.ts'
import { projectPayload } from '../packages/form-core/src/project.ts'
import { validateAnswers } from '../packages/form-core/src/validate.ts'
import type { Issue } from '../packages/core/src/issue.ts'
import type { JsonObject, JsonValue } from '../packages/core/src/json.ts'
import { describe, expect, it } from 'vitest'
import * as extract from '../packages/schemas/src/generated/procedures/extract-copy.ts'
import { createWorkingCalendar } from '../packages/core/src/calendar.ts'
import { answerPool, conditionsOf, coveringForms, RandomAnswerer } from '../packages/form-core/test/answer-at-random.ts'
import { createForm } from '../packages/form-core/src/index.ts'
import { workingCalendarData } from '../packages/schemas/src/reference.ts'
import { createRandom, mutate } from '../packages/schemas/test/mutate.ts'
import { createReferee } from '../packages/schemas/test/referee.ts'
import { readSamples } from '../packages/schemas/test/samples.ts'

const isFull = process.env.MOTCUA_CONFORMANCE === 'full'
// What the reduced run leaves out it shares among the procedures: each is met, the sum stays.
const CASES = isFull ? 2_500 : 60
const PROCEDURES = await Promise.all(readdirSync(new URL('../packages/schemas/src/generated/procedures', import.meta.url))
  .filter((file) => file.endsWith('.ts'))
  .map(async (file): Promise<Pick<typeof extract, 'definition' | 'metadata'> & { parseAnswers: (answers: unknown) => { success: true } | { success: false; issues: Issue[] } }> =>
    import(`../packages/schemas/src/generated/procedures/${file.slice(0, -3)}.ts`)))
const reached = new Set<string>()
const compared = { passed: 0, total: 0 }

describe.each(PROCEDURES)('$metadata.slug: ours, zod, ajv and cfworker', ({ definition: { schema }, metadata: { slug, effectiveFrom }, parseAnswers }) => {
  const referee = createReferee(schema)
  const secondOpinion = createSecondOpinion(schema)
  const { valid, invalid } = readSamples(slug, effectiveFrom)
  const samples = [...valid, ...invalid].map(({ answers }) => answers)

  it(`give the same { pointer, code } set for ${CASES} mutated samples`, () => {
    let passed = 0
    compared.total += CASES
    for (let seed = 1; seed <= CASES; seed += 1) {
      const answers = mutate(samples, createRandom(seed))
      const wanted = [...referee(answers)].sort()
      const zod = parseAnswers(answers)
      const got = { ours: pairs(validateAnswers(schema, answers)), zod: zod.success ? [] : pairs(zod.issues), cfworker: secondOpinion(answers) }
      expect({ seed, answers, ...got }).toEqual({ seed, answers, ours: wanted, zod: wanted, cfworker: wanted })
      for (const pair of wanted) reached.add(pair.slice(pair.lastIndexOf(' ') + 1))
      passed += 1
      compared.passed += 1
    }
    console.log(`conformance: ${slug} ours = zod = ajv = cfworker: ${passed}/${CASES}`)
  })
})

describe('the mutations', () => {
  it('were judged alike for every procedure', () => {
    console.log(`conformance: mutated samples compared, without a disagreement: ${compared.passed}/${compared.total}`)
    expect(compared).toEqual({ passed: PROCEDURES.length * CASES, total: PROCEDURES.length * CASES })
  })

  it('reach every kind of failure the profile knows', () => {
    expect([...reached]).toEqual(expect.arrayContaining(['required', 'notAllowed', 'type', 'enum', 'const', 'pattern', 'format', 'maxLength', 'minimum', 'maximum', 'minItems']))
  })
})

describe.each(PROCEDURES)('$metadata.slug: the projection and the schema', ({ definition, metadata, parseAnswers }) => {
  const now = (): Date => new Date('2026-11-21T05:00:00Z')
  const { valid, invalid } = readSamples(metadata.slug, metadata.effectiveFrom)
  const samples = [...valid, ...invalid].map(({ answers }) => answers)

  it('leaves valid answers as they are', () => {
    for (const { name, answers } of valid) {
      const payload = isObject(answers) ? projectPayload(answers, definition, { now }) : null
      expect({ name, payload }).toEqual({ name, payload: answers })
      expect(parseAnswers(payload).success).toBe(true)
    }
  })

  it(`never holds an answer the schema forbids, in ${CASES} mutated samples`, () => {
    const referee = createReferee(definition.schema)
    let passed = 0
    for (let seed = 1; seed <= CASES; seed += 1) {
      const answers = mutate(samples, createRandom(seed))
      const payload = projectPayload(isObject(answers) ? answers : {}, definition, { now })
      const forbidden = [...referee(payload)].filter((pair) => pair.endsWith(' notAllowed'))
      expect({ seed, payload, forbidden, again: projectPayload(payload, definition, { now }) }).toEqual({ seed, payload, forbidden: [], again: payload })
      passed += 1
    }
    console.log(`conformance: ${metadata.slug} projection holds nothing forbidden: ${passed}/${CASES}`)
  })
})

describe('valid answers that nobody wrote', () => {
  const GENERATED = isFull ? 200 : 5
  const calendar = createWorkingCalendar(workingCalendarData())
  const now = (): Date => new Date('2026-11-21T05:00:00Z')
  const validOf = ({ metadata: { slug, effectiveFrom } }: (typeof PROCEDURES)[number]): JsonObject[] => readSamples(slug, effectiveFrom).valid.map(({ answers }) => answers).filter(isObject)
  const pool = answerPool(PROCEDURES.flatMap((procedure) => validOf(procedure).map((answers) => ({ definition: procedure.definition, answers }))))

  it.each(PROCEDURES)('are valid to every engine: $metadata.slug', ({ definition, metadata, parseAnswers }) => {
    const referee = createReferee(definition.schema)
    const secondOpinion = createSecondOpinion(definition.schema)
    const answerer = new RandomAnswerer({ definition, pool, chance: createRandom(11), now, rules: { calendar } })
    const different = new Set<string>()
    let finished = 0
    let passed = 0
    for (let attempt = 0; attempt < 4 * GENERATED && finished < GENERATED; attempt += 1) {
      const answers = answerer.fill()?.project()
      if (!answers) continue
      finished += 1
      different.add(JSON.stringify(answers))
      const got = { ours: pairs(validateAnswers(definition.schema, answers)), ajv: [...referee(answers)], zod: parseAnswers(answers).success, cfworker: secondOpinion(answers), projected: projectPayload(answers, definition, { now }) }
      expect({ answers, ...got }).toEqual({ answers, ours: [], ajv: [], zod: true, cfworker: [], projected: answers })
      passed += 1
    }
    console.log(`conformance: ${metadata.slug} generated valid answers: ${passed}/${GENERATED}`)
    expect(finished).toBe(GENERATED)
    expect(different.size).toBeGreaterThan(GENERATED / 2)
  })

  // Finding the rarest branches of the long forms takes a minute: the everyday run looks at the short ones.
  const searched = PROCEDURES.filter(({ definition }) => isFull || conditionsOf(definition).length <= 60)

  it('and the samples show and hide whatever a condition decides about', () => {
    const missing = searched.map((procedure) => {
      const { definition } = procedure
      const already = validOf(procedure).map((initial) => createForm({ definition, initial, now }))
      return coveringForms({ definition, pool, chance: createRandom(1), now, rules: { calendar } }, { already, tries: 1000 }).missing.map((way) => `${procedure.metadata.slug} ${way}`)
    }).flat()
    const total = searched.reduce((sum, { definition }) => sum + conditionsOf(definition).length, 0)
    console.log(`conformance: conditions shown and hidden: ${total - missing.length}/${total}`)
    expect(missing).toEqual([])
  }, 300_000)
})

describe('formats', () => {
  it.each([
    ['2024-02-29', true], ['2026-02-29', false], ['1900-02-29', false], ['2000-02-29', true], ['2026-04-31', false], ['2026-12-31', true],
    ['2026-13-01', false], ['2026-00-10', false], ['2026-1-1', false], ['2026-01-01T00:00:00Z', false], ['2026-01-01\n', false], ['', false],
  ])('date %j is %s in ajv, the interpreter and zod', (value, isDate) => {
    const answers = { ...readSamples('extract-copy', '2026-01-14').valid[0]?.answers as object, record: { office: 'UBND xã', date: value } }
    const expected = isDate ? [] : ['/record/date format']
    const zod = extract.parseAnswers(answers)
    expect([...createReferee(extract.definition.schema)(answers)]).toEqual(expected)
    expect(pairs(validateAnswers(extract.definition.schema, answers))).toEqual(expected)
    expect(zod.success ? [] : pairs(zod.issues)).toEqual(expected)
  })
})

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function pairs(issues: readonly Issue[]): string[] {
  return issues.map(({ pointer, code }) => `${pointer} ${code}`).sort()
}
