import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'

/**
 * Writes `src/generated/portal.ts` from the portal contract; with `--check` it only compares and fails on a difference.
 */
const CONTRACT = new URL('../../../schemas/portal/openapi.yaml', import.meta.url)
const TARGET = new URL('../src/generated/portal.ts', import.meta.url)
const HEADER = '// Generated from schemas/portal/openapi.yaml by scripts/generate-contract.ts. Do not edit.\n'

const ast = await openapiTS(CONTRACT, { alphabetize: false, emptyObjectsUnknown: true })
const fresh = HEADER + astToString(ast)

if (process.argv.includes('--check')) {
  if (readFileSync(TARGET, 'utf8') !== fresh) {
    console.error(`${fileURLToPath(TARGET)} differs from the contract: run the package script "generate" and commit it`)
    process.exitCode = 1
  }
} else {
  writeFileSync(TARGET, fresh)
}
