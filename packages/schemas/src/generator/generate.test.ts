import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { generateFiles } from './generate.ts'
import type { SourceProblem } from './problem.ts'
import { readTree } from './tree.ts'

const SCHEMAS = fileURLToPath(new URL('../../../../schemas', import.meta.url))
const GENERATED = new URL('../generated/', import.meta.url)

describe('generateFiles', () => {
  it('gives the committed bytes, twice', async () => {
    const problems: SourceProblem[] = []
    const report = (problem: SourceProblem): void => { problems.push(problem) }
    const first = await generateFiles(readTree(SCHEMAS, report), report)
    const second = await generateFiles(readTree(SCHEMAS, report), report)
    expect(problems).toEqual([])
    expect([...second]).toEqual([...first])
    for (const [name, text] of first) {
      const file = new URL(name, GENERATED)
      expect(existsSync(file) ? readFileSync(file, 'utf8') : '', name).toBe(text)
    }
  })
})
