import { expect, it } from 'vitest'
import { REASONS, reasonText } from './verify.ts'

it.each(REASONS)('%s has its own Vietnamese and English sentence', (code) => {
  const vi = reasonText(code, 'vi')
  expect(vi).toMatch(/^\p{Lu}.*\.$/u)
  expect(vi).toBe(vi.normalize('NFC'))
  expect(reasonText(code, 'en')).toMatch(/^[A-Z].*\.$/)
  expect(REASONS.filter((other) => reasonText(other, 'vi') === vi || reasonText(other, 'en') === reasonText(code, 'en'))).toEqual([code])
})
