import { describe, expect, it } from 'vitest'
import { createRandom, mutate } from '../test/mutate.ts'
import { createReferee } from '../test/referee.ts'
import { readSamples } from '../test/samples.ts'
import * as birth from './generated/procedures/birth-registration.ts'
import * as extract from './generated/procedures/extract-copy.ts'

const CASES = process.env.MOTCUA_CONFORMANCE === 'full' ? 2_500 : 300

describe.each([
  { slug: 'extract-copy', procedure: extract },
  { slug: 'birth-registration', procedure: birth },
])('$slug: generated zod and ajv', ({ slug, procedure }) => {
  const referee = createReferee(procedure.definition.schema)
  const { valid, invalid } = readSamples(slug, procedure.metadata.effectiveFrom)
  const zodCodes = (answers: unknown): string[] => {
    const result = procedure.parseAnswers(answers)
    return result.success ? [] : result.issues.map(({ pointer, code }) => `${pointer} ${code}`).sort()
  }

  it.each(valid)('accept the valid sample $name', ({ answers }) => {
    expect(zodCodes(answers)).toEqual([])
    expect([...referee(answers)]).toEqual([])
  })

  it.each(invalid)('agree on the invalid sample $name', ({ answers }) => {
    expect(zodCodes(answers)).toEqual([...referee(answers)].sort())
  })

  it(`agree on ${CASES} mutated samples`, () => {
    const samples = [...valid, ...invalid].map(({ answers }) => answers)
    let passed = 0
    let accepted = 0
    for (let seed = 1; seed <= CASES; seed += 1) {
      const answers = mutate(samples, createRandom(seed))
      const wanted = [...referee(answers)].sort()
      expect({ seed, answers, codes: zodCodes(answers) }).toEqual({ seed, answers, codes: wanted })
      if (wanted.length === 0) accepted += 1
      passed += 1
    }
    console.log(`conformance: ${slug} zod = ajv: ${passed}/${CASES}`)
    // A mutation that never leaves valid answers, or always does, would prove nothing.
    expect(accepted).toBeGreaterThan(CASES / 100)
    expect(accepted).toBeLessThan(CASES / 2)
  })
})
