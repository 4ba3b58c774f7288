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
    expect(sets.get('banks')).toEqual([{ value: '970405', label: { vi: 'Agribank (Ngân hàng Nông nghiệp)', en: 'Agribank (Ngân hàng Nông nghiệp)' }, alsoCalled: ['VBA'] }])
    expect(problems.map((problem) => problem.file)).not.toContain('reference/banks.json')
  })

  it('leave out other names that the name holds already, marks and hyphens aside', () => {
    const groups = [{ code: '12', name: 'Ê-đê', nameEn: 'Ede', aliases: ['Ê Đê', 'Ra-đê', 'Đê'] }, { code: '10', name: 'Gia-rai', nameEn: 'Gia-rai', aliases: ['Gia Rai'] }]
    const path = 'reference/ethnic-groups.json'
    const sets = readOptionSets(new Map([[path, { path, text: '', value: { groups, special: [] } }]]), () => undefined)
    expect(sets.get('ethnicGroups')).toEqual([
      { value: '12', label: { vi: 'Ê-đê', en: 'Ede' }, alsoCalled: ['Ra-đê'] }, { value: '10', label: { vi: 'Gia-rai', en: 'Gia-rai' } },
    ])
  })
})
