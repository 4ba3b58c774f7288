import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Success criteria of level A and AA. Source: https://www.w3.org/TR/WCAG22/, 5 October 2023; 4.1.1 is obsolete there. */
const CRITERIA = [
  '1.1.1 A', '1.2.1 A', '1.2.2 A', '1.2.3 A', '1.2.4 AA', '1.2.5 AA', '1.3.1 A', '1.3.2 A', '1.3.3 A', '1.3.4 AA', '1.3.5 AA',
  '1.4.1 A', '1.4.2 A', '1.4.3 AA', '1.4.4 AA', '1.4.5 AA', '1.4.10 AA', '1.4.11 AA', '1.4.12 AA', '1.4.13 AA',
  '2.1.1 A', '2.1.2 A', '2.1.4 A', '2.2.1 A', '2.2.2 A', '2.3.1 A', '2.4.1 A', '2.4.2 A', '2.4.3 A', '2.4.4 A', '2.4.5 AA', '2.4.6 AA', '2.4.7 AA', '2.4.11 AA',
  '2.5.1 A', '2.5.2 A', '2.5.3 A', '2.5.4 A', '2.5.7 AA', '2.5.8 AA',
  '3.1.1 A', '3.1.2 AA', '3.2.1 A', '3.2.2 A', '3.2.3 AA', '3.2.4 AA', '3.2.6 A', '3.3.1 A', '3.3.2 A', '3.3.3 AA', '3.3.4 AA', '3.3.7 A', '3.3.8 AA',
  '4.1.2 A', '4.1.3 AA',
]
const ROOT = new URL('../../../../', import.meta.url)
const PAGE = readFileSync(new URL('docs/accessibility.md', ROOT), 'utf8')
const ROWS = [...PAGE.matchAll(/^\| (\d\.\d\.\d+) [^|]+ \| (A+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(([, number = '', level = '', met = '', checked = '']) => ({ criterion: `${number} ${level}`, met, checked }))

describe('docs/accessibility.md', () => {
  it('lists every criterion of WCAG 2.2 A and AA once, in order', () => {
    expect(CRITERIA).toHaveLength(55)
    expect(ROWS.map(({ criterion }) => criterion)).toEqual(CRITERIA)
  })

  it.each(ROWS)('says how $criterion is met and how it was checked', ({ met, checked }) => {
    expect(met.length).toBeGreaterThan(5)
    expect(checked).toMatch(/`packages\/[^`]+\.test\.ts`|by hand/)
  })

  it('names no test that is not there', () => {
    const named = new Set([...PAGE.matchAll(/`((?:packages|scripts|examples)\/[^`]+)`/g)].map(([, path = '']) => path))
    expect(named.size).toBeGreaterThan(10)
    expect([...named].filter((path) => !existsSync(new URL(path, ROOT)))).toEqual([])
  })
})
