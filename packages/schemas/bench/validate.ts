import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { FormDefinition } from '@motcua/schemas/definition'
import * as birth from '@motcua/schemas/birth-registration'
import * as extract from '@motcua/schemas/extract-copy'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { handWritten } from './hand-written.ts'

/**
 * Valid dossiers a second: generated zod, zod by hand and compiled ajv over the same answers, in turn, in one process. Ratios are
 * what counts; the figures depend on the machine.
 *
 *     node --conditions=@motcua/source packages/schemas/bench/validate.ts
 */
const ROUNDS = 7
const ROUND_MS = 300

/** One way to say whether answers are valid. */
interface Contestant { name: string; isValid(answers: unknown): boolean }

function samplesOf({ procedure: { slug, effectiveFrom } }: FormDefinition): unknown[] {
  const folder = path.join(import.meta.dirname, '../../../schemas/procedures', slug, effectiveFrom, 'samples/valid')
  return readdirSync(folder).map((file): unknown => {
    const sample: { answers: unknown } = JSON.parse(readFileSync(path.join(folder, file), 'utf8'))
    return sample.answers
  })
}

function compiledAjv({ schema }: FormDefinition): Contestant {
  const ajv = new Ajv2020({ allErrors: true, strict: false })
  addFormats.default(ajv)
  const validate = ajv.compile(schema)
  return { name: 'ajv, compiled', isValid: (answers) => validate(answers) }
}

/** Validations a second in one round. */
function measure({ isValid }: Contestant, samples: readonly unknown[]): number {
  const start = performance.now()
  let count = 0
  while (performance.now() - start < ROUND_MS) {
    for (let index = 0; index < 100; index += 1) if (!isValid(samples[index % samples.length])) throw new Error('A valid sample was refused.')
    count += 100
  }
  return count / ((performance.now() - start) / 1000)
}

function compare(title: string, samples: readonly unknown[], contestants: readonly Contestant[]): void {
  const rates = contestants.map(() => [] as number[])
  // In turns, so that a busy moment of the machine hits all alike; the first round only warms up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, contestant] of contestants.entries()) {
      const rate = measure(contestant, samples)
      if (round > 0) rates[index]?.push(rate)
    }
  }
  const medians = rates.map((found) => found.toSorted((a, b) => a - b)[Math.floor(found.length / 2)] ?? 0)
  console.log(`${title}, ${samples.length} valid samples`)
  contestants.forEach(({ name }, index) => {
    const rate = medians[index] ?? 0
    console.log(`  ${name.padEnd(20)}${Math.round(rate).toLocaleString('en').padStart(10)}/s  ${(rate / (medians[0] ?? rate)).toFixed(2)}×`)
  })
}

compare('birth registration', samplesOf(birth.definition), [
  { name: 'zod, generated', isValid: (answers) => birth.answersSchema.safeParse(answers).success },
  compiledAjv(birth.definition),
])
compare('extract copy', samplesOf(extract.definition), [
  { name: 'zod, generated', isValid: (answers) => extract.answersSchema.safeParse(answers).success },
  { name: 'zod, by hand', isValid: (answers) => handWritten.safeParse(answers).success },
  compiledAjv(extract.definition),
])
