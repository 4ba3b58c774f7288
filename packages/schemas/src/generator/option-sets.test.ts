import { describe, expect, it } from 'vitest'
import { readOptionSets } from './option-sets.ts'
import type { SourceProblem } from './problem.ts'
import type { SourceTree } from './tree.ts'

const tree: SourceTree = new Map([['reference/banks.json', {
  path: 'reference/banks.json', text: '',
  value: { asOf: '2026-10', banks: [{ bin: '970405', code: 'VBA', shortName: 'Agribank', name: 'Ngân hàng Nông nghiệp', kind: 'bank' }] },
}]])

describe('option sets made from the reference tables', () => {
  it('name a bank by its identifier and show the name people know first', () => {
    const problems: SourceProblem[] = []
    const sets = readOptionSets(tree, (problem) => { problems.push(problem) })
    expect(sets.get('banks')).toEqual([{ value: '970405', label: { vi: 'Agribank (Ngân hàng Nông nghiệp)', en: 'Agribank (Ngân hàng Nông nghiệp)' } }])
    expect(problems.map((problem) => problem.file)).not.toContain('reference/banks.json')
  })
})
