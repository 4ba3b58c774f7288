import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { FormDefinition } from '@motcua/schemas/definition'
import * as birth from '@motcua/schemas/birth-registration'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import * as b from 'valibot'
import { isBirthInTypebox } from './birth/in-typebox.ts'
import { birth as birthInValibot } from './birth/in-valibot.ts'
import { birth as birthInZod } from './birth/in-zod.ts'
import type { Measured } from './measured.ts'

const ROUNDS = 7
const ROUND_MS = 300
const GENERATED = 'zod, generated'
const BY_HAND = 'zod, by hand'

/** One way to say whether answers are valid. */
interface Contestant { name: string; isValid(answers: unknown): boolean }
interface Samples { valid: unknown[]; invalid: unknown[] }

/**
 * Valid dossiers a second over the same answers: generated zod, the same shape by hand in zod, valibot and TypeBox, and compiled
 * ajv, in turn, in one process. All give the verdict of ajv on every sample before anything is timed. Ratios are
 * what counts; the figures depend on the machine.
 */
export function measureValidation(say: (line: string) => void): Measured[] {
  const rates = compare('birth registration', samplesOf(birth.definition), [
    { name: GENERATED, isValid: (answers) => birth.answersSchema.safeParse(answers).success },
    { name: BY_HAND, isValid: (answers) => birthInZod.safeParse(answers).success },
    { name: 'valibot, by hand', isValid: (answers) => b.safeParse(birthInValibot, answers, { abortEarly: true }).success },
    { name: 'typebox, compiled', isValid: isBirthInTypebox },
    compiledAjv(birth.definition),
  ], say)
  const generated = rates.get(GENERATED) ?? 0
  return [
    { name: 'birth registration, generated zod against zod by hand', value: (rates.get(BY_HAND) ?? 0) / generated, unit: '× the time', most: 1.5 },
    { name: 'birth registration, valid dossiers with generated zod', value: generated, unit: '/s', least: 50_000 },
  ]
}

function samplesOf({ procedure: { slug, effectiveFrom } }: FormDefinition): Samples {
  const read = (kind: 'valid' | 'invalid'): unknown[] => {
    const folder = path.join(import.meta.dirname, '../../../schemas/procedures', slug, effectiveFrom, 'samples', kind)
    return readdirSync(folder).map((file): unknown => {
      const sample: { answers: unknown } = JSON.parse(readFileSync(path.join(folder, file), 'utf8'))
      return sample.answers
    })
  }
  return { valid: read('valid'), invalid: read('invalid') }
}

function compiledAjv({ schema }: FormDefinition): Contestant {
  const ajv = new Ajv2020({ allErrors: true, strict: false })
  addFormats.default(ajv)
  const validate = ajv.compile(schema)
  return { name: 'ajv, compiled', isValid: (answers) => validate(answers) }
}

/** Who is quick and wrong is out of the race. */
function agree(title: string, { valid, invalid }: Samples, contestants: readonly Contestant[]): void {
  const referee = contestants.find(({ name }) => name.startsWith('ajv'))
  for (const answers of [...valid, ...invalid]) {
    for (const { name, isValid } of contestants) {
      if (isValid(answers) !== referee?.isValid(answers)) throw new Error(`${title}: ${name} and ajv differ on ${JSON.stringify(answers)}`)
    }
  }
}

/** Validations in a second of this thread: the time others take from the machine does not count. */
function measure({ isValid }: Contestant, samples: readonly unknown[]): number {
  const start = threadMs()
  let count = 0
  while (threadMs() - start < ROUND_MS) {
    for (let index = 0; index < 100; index += 1) if (!isValid(samples[index % samples.length])) throw new Error('A valid sample was refused.')
    count += 100
  }
  return count / ((threadMs() - start) / 1000)
}

function threadMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

function compare(title: string, samples: Samples, contestants: readonly Contestant[], say: (line: string) => void): ReadonlyMap<string, number> {
  agree(title, samples, contestants)
  const rates = contestants.map(() => [] as number[])
  // In turns, so that a busy moment of the machine hits all alike; the first round only warms up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, contestant] of contestants.entries()) {
      const rate = measure(contestant, samples.valid)
      if (round > 0) rates[index]?.push(rate)
    }
  }
  const medians = rates.map((found) => found.toSorted((one, other) => one - other)[Math.floor(found.length / 2)] ?? 0)
  say(`${title}, ${samples.valid.length} valid samples`)
  contestants.forEach(({ name }, index) => {
    const rate = medians[index] ?? 0
    say(`  ${name.padEnd(20)}${Math.round(rate).toLocaleString('en').padStart(10)}/s  ${(rate / (medians[0] ?? rate)).toFixed(2)}×`)
  })
  return new Map(contestants.map(({ name }, index) => [name, medians[index] ?? 0]))
}
