import { fileURLToPath } from 'node:url'
import { compileAll, readTree } from '@motcua/schemas/generator'
import { describe, expect, it } from 'vitest'
import { ruleCases } from './rule-cases.ts'
import { checkSamples } from './samples.ts'

const refuse = (problem: unknown): never => { throw new Error(JSON.stringify(problem)) }

describe('the rules of the published procedures', () => {
  it('each have a sample that passes and one that fails', () => {
    const tree = readTree(fileURLToPath(new URL('../../../../schemas', import.meta.url)), refuse)
    const scores = compileAll(tree, refuse).map((compiled) => {
      const { passed, failed } = ruleCases(compiled.definition, checkSamples(compiled, tree, refuse))
      const { rules } = compiled.definition
      return { total: rules.length, tried: rules.filter(({ id }) => passed.has(id) && failed.has(id)).length }
    })
    const sum = (key: 'total' | 'tried'): number => scores.reduce((all, score) => all + score[key], 0)
    console.log(`conformance: rules of procedures, each with a passing and a failing case: ${sum('tried')}/${sum('total')}`)
    expect(sum('total')).toBeGreaterThan(300)
    expect(sum('tried')).toBe(sum('total'))
  })
})
