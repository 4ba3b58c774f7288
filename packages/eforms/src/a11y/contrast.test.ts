import { describe, expect, it } from 'vitest'
import { tokens } from '../look/tokens.ts'
import { contrast } from './contrast.ts'

/** Defaults of the design tokens by name: `--_text: var(--motcua-color-text, #1a1d21)`. */
const COLOURS = new Map([...tokens.matchAll(/--_([\w-]+): var\(--motcua-color-[\w-]+, (#[\da-f]{6})\)/g)].map(([, name = '', value = '']) => [name, value]))
const colour = (name: string): string => {
  const value = COLOURS.get(name)
  if (value === undefined) throw new Error(`There is no colour --_${name}.`)
  return value
}

describe('contrast', () => {
  it.each([['#000000', '#ffffff', 21], ['#777777', '#ffffff', 4.48], ['rgb(255, 0, 0)', '#ffffff', 4], ['#abcdef', '#abcdef', 1]])('of %s on %s is %f', (a, b, ratio) => {
    expect(contrast(a, b)).toBeCloseTo(ratio, 1)
    expect(contrast(b, a)).toBe(contrast(a, b))
  })
})

/** Text and what it stands on, wherever the sheets put them together: 4.5:1 (WCAG 1.4.3). */
const TEXT = [
  ['text', 'surface'], ['text', 'panel'], ['muted', 'surface'], ['muted', 'panel'], ['link', 'surface'], ['link', 'panel'], ['error', 'surface'], ['error', 'panel'],
  ['good', 'surface'], ['good', 'panel'], ['warning', 'surface'], ['warning', 'panel'], ['on-primary', 'primary'], ['on-primary', 'primary-dark'], ['surface', 'link'],
] as const
/** What shows a control, its state or the focus, and what it stands against: 3:1 (WCAG 1.4.11, 2.4.7). The focus ring is two rings, the inner of the colour of text. */
const PARTS = [
  ['control', 'surface'], ['control', 'panel'], ['error', 'surface'], ['primary', 'surface'], ['primary-dark', 'surface'], ['link', 'surface'], ['warning', 'surface'],
  ['text', 'surface'], ['text', 'panel'], ['focus', 'text'],
] as const

describe('the colours of the design tokens', () => {
  it.each(TEXT)('let %s be read on %s', (ink, paper) => { expect(contrast(colour(ink), colour(paper))).toBeGreaterThanOrEqual(4.5) })
  it.each(PARTS)('let %s be seen against %s', (part, ground) => { expect(contrast(colour(part), colour(ground))).toBeGreaterThanOrEqual(3) })
  it('are all judged; lines only part what stands apart already', () => {
    expect([...COLOURS.keys()].filter((name) => ![...TEXT, ...PARTS].some((pair) => pair.some((one) => one === name)))).toEqual(['line'])
  })
})
