import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import type { JsonValue } from '@motcua/core/json'

/** A schema of the official suite with the answers it is tried on. */
export interface SuiteGroup {
  file: string
  description: string
  schema: JsonValue
  tests: Array<{ description: string; data: JsonValue; valid: boolean }>
}

const FOLDER = fileURLToPath(new URL('json-schema-suite/draft2020-12/', import.meta.url))

/** Every group of the official suite of JSON Schema 2020-12, required and optional; json-schema-suite/README.md says where it is from. */
export function readSuite(): SuiteGroup[] {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json')).map((file) => file.replaceAll('\\', '/')).toSorted()
  return files.flatMap((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')).map((group: Omit<SuiteGroup, 'file'>): SuiteGroup => ({ ...group, file })))
}
