import { SENTENCES_VI } from '@motcua/form-core'
import { SENTENCES_EN } from '@motcua/form-core/english'
import { describe, expect, it, vi } from 'vitest'
import { en } from './en.ts'
import { fill, languageOf, loadWords, withArea, wordsOf } from './strings.ts'
import type { UiKey, UiStrings } from './strings.ts'
import { viAfter } from './vi-after.ts'
import { viAlone } from './vi-alone.ts'
import { viAppointment } from './vi-appointment.ts'
import { viBoard } from './vi-board.ts'
import { viDashboard } from './vi-dashboard.ts'
import { viFeedback } from './vi-feedback.ts'
import { viFields } from './vi-fields.ts'
import { viFinder } from './vi-finder.ts'
import { viFlow } from './vi-flow.ts'
import { viGuide } from './vi-guide.ts'
import { viHandOff } from './vi-hand-off.ts'
import { viManyRows } from './vi-many-rows.ts'
import { viOffer } from './vi-offer.ts'
import { viOrigins } from './vi-origins.ts'
import { viPanel } from './vi-panel.ts'
import { viPrefill } from './vi-prefill.ts'
import { viPlaces } from './vi-places.ts'
import { viRefusal } from './vi-refusal.ts'
import { viRows } from './vi-rows.ts'
import { viSearch } from './vi-search.ts'
import { viShared } from './vi-shared.ts'
import { viSign } from './vi-sign.ts'
import { viUploads } from './vi-uploads.ts'

const vietnamese: UiStrings = { ...viSign, ...viDashboard, ...viFeedback, ...viFields, ...viFinder, ...viFlow, ...viGuide, ...viHandOff, ...viUploads, ...viAfter, ...viAlone, ...viAppointment, ...viBoard, ...viManyRows, ...viOffer, ...viOrigins, ...viPanel, ...viPrefill, ...viPlaces, ...viRefusal, ...viRows, ...viSearch, ...viShared }
const places = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).toSorted()

describe('words of the elements', () => {
  it('have the same places for values in both languages', () => {
    for (const [key, text] of Object.entries(en)) expect([key, places(text)]).toEqual([key, places(vietnamese[key as UiKey])])
  })

  it('are composed characters without stray blanks', () => {
    for (const text of [...Object.values(vietnamese), ...Object.values(en)]) {
      expect(text).toBe(text.normalize('NFC'))
      expect(text).not.toMatch(/^ |\s{2}/)
    }
  })

  it('ask in one tone: “Hãy” and the bare verb', () => {
    const sentences = [SENTENCES_VI, SENTENCES_EN].flatMap(({ kinds, generic }) => [generic, ...Object.values(kinds)].flatMap((words) => Object.values(words)))
    for (const text of [...Object.values(vietnamese), ...Object.values(en), ...sentences]) expect(text).not.toMatch(/vui lòng|bạn hãy|\bplease\b/iu)
  })

  it('speak to one person: “bạn” within a sentence, “Bạn” where one begins', () => {
    const sentences = [...Object.values(SENTENCES_VI.kinds), SENTENCES_VI.generic].flatMap((words) => Object.values(words))
    const wrong = /[^.?!:…“\s] +Bạn\b|(?:^|[.?!] +)bạn\b/u
    expect(['Hồ sơ của Bạn.', 'Đã xong. bạn chờ.', 'bạn chờ.'].every((text) => wrong.test(text))).toBe(true)
    expect([...Object.values(vietnamese), ...sentences].filter((text) => wrong.test(text))).toEqual([])
  })

  it('name neither a portal nor a way below where there may be none', () => {
    for (const text of [viFlow.blockedOffline, en.blockedOffline]) expect(text).not.toMatch(/cổng|dưới đây|portal|below/iu)
  })

  it('leave a place visible when its value is missing', () => { expect(fill('Bước {step} / {total}', { step: 2 })).toBe('Bước 2 / {total}') })

  it('are Vietnamese as long as the English ones cannot be had, and tried again when next asked for', async () => {
    vi.doMock('./english.ts', () => { throw new TypeError('network') })
    const lost = await loadWords('en', viFlow)
    vi.doUnmock('./english.ts')
    vi.resetModules()
    expect([lost.tag, lost('start')]).toEqual(['vi', 'Bắt đầu'])
    expect((await loadWords('en', viFlow))('start')).toBe('Start')
  })

  it('grow by an area and keep their language', () => {
    const words = withArea(wordsOf('vi', viFlow), viAfter)
    expect([words('payTitle'), words('start'), words.language]).toEqual(['Nộp phí, lệ phí', 'Bắt đầu', 'vi'])
  })

  it('grow by one area without losing another', () => {
    const words = wordsOf('vi', viFlow)
    expect([withArea(words, viAfter)('payTitle'), withArea(words, viRows)('undo'), withArea(words, viAfter)('payTitle')]).toEqual(['Nộp phí, lệ phí', 'Hoàn tác', 'Nộp phí, lệ phí'])
    expect(withArea(words, viRows)).toBe(withArea(words, viRows))
  })

  it.each([['vi', 'vi'], ['en', 'en'], ['en-GB', 'en'], ['', 'vi'], [null, 'vi'], ['fr', 'vi']] as const)('take %j as %s', (tag, language) => { expect(languageOf(tag)).toBe(language) })
})
