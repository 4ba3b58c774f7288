import { expect, it } from 'vitest'
import { tidyInteger } from './integer.ts'

it.each([
  [' 12 ', '12'], ['1.500', '1500'], ['1 000 000', '1000000'], ['1\u00A0000', '1000'],
  ['1.5', '1.5'], ['-1', '-1'], ['2-3', '2-3'], ['1 2', '1 2'], ['1.500 000', '1.500 000'], ['5  người', '5 người'],
])('leaves %j as %j', (typed, tidied) => { expect(tidyInteger(typed)).toBe(tidied) })
