import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { JsonValue } from '@motcua/core/json'

/** A file under `samples/` of a procedure. */
export interface Sample {
  name: string
  description: string
  /** The day the sample is judged on. */
  today: string
  answers: JsonValue
  /** What the invalid ones must give, schema and rules together. */
  issues?: Array<{ pointer: string; code: string }>
}

const ROOT = new URL('../../../schemas/procedures/', import.meta.url)

/** Valid and invalid samples of one version of a procedure. */
export function readSamples(slug: string, effectiveFrom: string): { valid: Sample[]; invalid: Sample[] } {
  const read = (kind: 'valid' | 'invalid'): Sample[] => {
    const folder = fileURLToPath(new URL(`${slug}/${effectiveFrom}/samples/${kind}/`, ROOT))
    return readdirSync(folder).sort().map((name) => ({ name, ...JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) }))
  }
  return { valid: read('valid'), invalid: read('invalid') }
}
