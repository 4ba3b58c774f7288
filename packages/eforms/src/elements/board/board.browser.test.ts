import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import type { Board } from '@motcua/portal-client/appointments'
import './define.ts'
import { FixtureAppointments, refusal } from '../../testing/appointments.ts'
import { expectAccessible, rootOf } from '../../testing/harness.ts'
import { violations } from '../../testing/strict-policy.ts'
import type { MotcuaBoard } from './board.ts'
import { EVERY_MS, LONGEST_MS } from './board-feed.ts'
import { SpokenCall } from './spoken-call.ts'

/** What a display shows in three hours, or in a quarter of an hour. */
const ROUNDS = import.meta.env.MOTCUA_CONFORMANCE === 'full' ? 2000 : 200

const counter = (id: string): Board['calls'][number]['counter'] => ({ id, name: { vi: `Quầy ${id}`, en: `Counter ${id}` } })
const call = (ticket: string, at: string, calls = 1): Board['calls'][number] => ({ ticket, counter: counter(at), calls, calledAt: '2026-11-23T02:00:00Z' })

beforeEach(() => { vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] }) })
afterEach(async () => {
  document.body.replaceChildren()
  if (vi.isFakeTimers()) await vi.advanceTimersByTimeAsync(0)
  vi.useRealTimers()
  vi.restoreAllMocks()
  await page.viewport(414, 896)
  expect(violations).toEqual([])
})

interface Room { element: MotcuaBoard; office: FixtureAppointments; called: unknown[]; tick(ms?: number): Promise<void> }

async function room(change: Partial<Board> = {}, attributes: Record<string, string> = {}, office = new FixtureAppointments()): Promise<Room> {
  office.board_ = { ...office.board_, ...change }
  const element = Object.assign(document.createElement('motcua-board'), { services: { appointments: office } })
  for (const [name, value] of Object.entries({ commune: '30838', lang: 'vi', ...attributes })) element.setAttribute(name, value)
  element.append(Object.assign(document.createElement('p'), { textContent: 'Xem số ở quầy' }))
  const called: unknown[] = []
  element.addEventListener('motcua-called', (event) => { if (event instanceof CustomEvent) called.push(event.detail) })
  document.body.append(element)
  const tick = async (ms = EVERY_MS): Promise<void> => { await vi.advanceTimersByTimeAsync(ms); await element.updateComplete }
  for (let round = 0; round < 50 && office.boardAsked === 0; round++) await tick(0)
  await tick(0)
  return { element, office, called, tick }
}
const text = (element: HTMLElement): string => rootOf(element).textContent?.replace(/\s+/g, ' ').trim() ?? ''
const announced = (element: HTMLElement): string[] => [...rootOf(element).querySelectorAll('[aria-live] p')].map(({ textContent }) => textContent ?? '')

describe('the display in the waiting room', () => {
  it('shows numbers with their counters, and who is next', async () => {
    const { element } = await room({ calls: [call('H007', '2'), call('V003', '1')], next: ['H008', 'V004'], waiting: 5 })
    expect([...rootOf(element).querySelectorAll('[part="call"]')].map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim())).toEqual(['H007 Quầy 2', 'V003 Quầy 1'])
    expect([...rootOf(element).querySelectorAll('[part="next"] li')].map(({ textContent }) => textContent)).toEqual(['H008', 'V004'])
    expect(text(element)).toContain('Đang chờ: 5')
    // What was there when it was switched on is not called out.
    expect(announced(element)).toEqual(['', ''])
    vi.useRealTimers()
    await expectAccessible(element)
  })

  it('announces politely who is called and who is called again, each time anew, and tells the page', async () => {
    const { element, office, called, tick } = await room()
    expect(text(element)).toContain('Chưa gọi số nào.')
    office.board_ = { ...office.board_, calls: [call('H007', '2')] }
    await tick()
    expect(announced(element)).toEqual(['Mời số H007 đến Quầy 2.', ''])
    expect(rootOf(element).querySelector('[aria-live]')?.getAttribute('aria-live')).toBe('polite')
    await tick()
    expect(called).toHaveLength(1)
    for (const calls of [2, 3]) {
      office.board_ = { ...office.board_, calls: [call('H007', '2', calls)] }
      await tick()
    }
    expect(announced(element)).toEqual(['Mời lại số H007 đến Quầy 2.', ''])
    office.board_ = { ...office.board_, calls: [call('V001', '1'), call('H009', '3'), call('H007', '2', 3)] }
    await tick()
    expect(announced(element)).toEqual(['', 'Mời số H009 đến Quầy 3. Mời số V001 đến Quầy 1.'])
    expect(called).toEqual([
      { ticket: 'H007', counter: '2', calls: 1 }, { ticket: 'H007', counter: '2', calls: 2 }, { ticket: 'H007', counter: '2', calls: 3 },
      { ticket: 'H009', counter: '3', calls: 1 }, { ticket: 'V001', counter: '1', calls: 1 },
    ])
    element.lang = 'en'
    vi.useRealTimers()
    await expect.poll(() => text(element)).toContain('Now calling')
    expect(text(element)).toContain('Counter 2')
  })

  it('says since when it is not up to date, keeps the numbers, asks ever more seldom, and comes back by itself', async () => {
    const { element, office, tick } = await room({ calls: [call('H007', '2')] })
    await tick()
    const before = office.boardAsked
    office.failBoard = true
    await tick()
    expect(text(element)).not.toContain('Chưa cập nhật')
    await tick(EVERY_MS * 2)
    expect(text(element)).toMatch(/Chưa cập nhật từ \d{2}:\d{2}\. Hãy hỏi cán bộ tại quầy\./)
    expect(text(element)).toContain('H007')
    await tick(10 * 60_000)
    expect(office.boardAsked - before).toBeLessThan(20)
    office.failBoard = false
    office.board_ = { ...office.board_, calls: [call('H010', '1')] }
    await tick(LONGEST_MS * 1.5)
    expect(text(element)).not.toContain('Chưa cập nhật')
    expect(announced(element).join('')).toBe('Mời số H010 đến Quầy 1.')
  })

  it('asks at once when the network is back', async () => {
    const { element, office, tick } = await room()
    office.failBoard = true
    await tick(10 * 60_000)
    office.failBoard = false
    globalThis.dispatchEvent(new Event('online'))
    await tick(0)
    expect(text(element)).not.toContain('Chưa cập nhật')
  })

  it('says so when it has never been connected', async () => {
    const office = new FixtureAppointments()
    office.failBoard = true
    const { element, tick } = await room({}, {}, office)
    await tick(60_000)
    expect(text(element)).toContain('Chưa kết nối được. Hãy hỏi cán bộ tại quầy.')
  })

  it('runs for days: neither nodes nor timers nor listeners grow, however many are called', async () => {
    const { element, office, tick } = await room({ calls: [call('H001', '1'), call('H002', '2')], next: ['H003', 'H004'], waiting: 2 })
    const listening = vi.spyOn(globalThis, 'addEventListener')
    const nodes = (): number => { let count = 0; for (const walker = document.createTreeWalker(rootOf(element), NodeFilter.SHOW_ALL); walker.nextNode();) count += 1; return count }
    const step = async (round: number): Promise<void> => {
      const ticket = (offset: number): string => `H${String((round + offset) % 1000).padStart(3, '0')}`
      office.failBoard = round % 50 === 49
      office.board_ = { ...office.board_, calls: [call(ticket(1), '1', 1 + (round % 3)), call(ticket(0), '2')], next: [ticket(2), ticket(3)] }
      await tick(office.failBoard ? EVERY_MS * 3 : EVERY_MS)
    }
    for (let round = 0; round < 100; round++) await step(round)
    const [before, timers, sheets] = [nodes(), vi.getTimerCount(), element.shadowRoot?.adoptedStyleSheets.length]
    for (let round = 100; round < 100 + ROUNDS; round++) await step(round)
    expect(nodes()).toBe(before)
    expect(vi.getTimerCount()).toBe(timers)
    expect(timers).toBe(2)
    expect(element.shadowRoot?.adoptedStyleSheets.length).toBe(sheets)
    expect(listening).not.toHaveBeenCalled()
    element.remove()
    await tick(0)
    expect(vi.getTimerCount()).toBe(0)
    const asked = office.boardAsked
    await tick(LONGEST_MS * 2)
    expect(office.boardAsked).toBe(asked)
  }, 90_000)

  it('has no two requests under way at once, however slow the gateway is', async () => {
    const { office, tick } = await room()
    let open = 0
    let most = 0
    office.board = async () => {
      open += 1
      most = Math.max(most, open)
      await new Promise((resolve) => { setTimeout(resolve, EVERY_MS * 4) })
      open -= 1
      return office.board_
    }
    for (let round = 0; round < 40; round++) { await tick(); globalThis.dispatchEvent(new Event('online')) }
    expect(most).toBe(1)
  })
})

describe('a display that cannot be', () => {
  it.each(['', '3083', 'my-thuan'])('says what is wrong with the commune “%s”, and shows the page’s own words', async (commune) => {
    const { element } = await room({}, { commune })
    expect(text(element)).toContain(commune ? `Mã xã, phường, đặc khu “${commune}” không đúng` : 'cần ghi thuộc tính “commune”')
    expect(rootOf(element).querySelector('slot')).not.toBeNull()
    element.commune = '30838'
    vi.useRealTimers()
    await expect.poll(() => text(element)).toContain('Chưa gọi số nào.')
  })

  it('says that the office has none, and looks again in case it gets one', async () => {
    const office = new FixtureAppointments()
    const { board } = office
    office.board = async () => { office.boardAsked += 1; throw refusal('booking-not-offered', { status: 404 }) }
    const { element, tick } = await room({}, {}, office)
    expect(text(element)).toContain('Nơi này chưa dùng bảng gọi số.')
    office.board = board
    await tick(LONGEST_MS * 1.5)
    expect(text(element)).toContain('Chưa gọi số nào.')
  })
})

describe('calling aloud', () => {
  const voice = (lang: string, localService: boolean): SpeechSynthesisVoice => ({ lang, localService, name: lang, voiceURI: lang, default: false })
  function listen(voices: SpeechSynthesisVoice[]): SpeechSynthesisUtterance[] {
    const said: SpeechSynthesisUtterance[] = []
    vi.spyOn(speechSynthesis, 'getVoices').mockReturnValue(voices)
    vi.spyOn(speechSynthesis, 'speak').mockImplementation((utterance) => { said.push(utterance) })
    // The browser takes its own voices only.
    vi.spyOn(SpeechSynthesisUtterance.prototype, 'voice', 'set').mockImplementation(() => undefined)
    return said
  }

  it('is done in Vietnamese with a voice of the machine, when the page asks for it', async () => {
    const said = listen([voice('en-US', true), voice('vi-VN', true)])
    const { office, tick } = await room({}, { speak: '' })
    office.board_ = { ...office.board_, calls: [call('H007', '2')] }
    await tick()
    expect(said.map(({ text: words, lang }) => [words, lang])).toEqual([['Mời số H 0 0 7 đến Quầy 2', 'vi-VN']])
  })

  it.each([
    ['the page does not ask', {}, [['vi-VN', true]]], ['the voice lies elsewhere', { speak: '' }, [['vi-VN', false]]], ['no voice is Vietnamese', { speak: '' }, [['en-US', true], ['vif', true]]],
  ] as Array<[string, Record<string, string>, Array<[string, boolean]>]>)('is not done where %s', async (_why, attributes, voices) => {
    const said = listen(voices.map(([lang, local]) => voice(lang, local)))
    const { office, tick } = await room({}, attributes)
    office.board_ = { ...office.board_, calls: [call('H007', '2')] }
    await tick()
    expect(said).toEqual([])
  })

  it('does not pile up what nobody hears, and asks for a press where the browser wants one', async () => {
    const said = listen([voice('vi-VN', true)])
    const { element, office, tick } = await room({}, { speak: '' })
    for (let number = 1; number <= 20; number++) {
      office.board_ = { ...office.board_, calls: [call(`H0${number}`, '1')] }
      await tick()
    }
    expect(said).toHaveLength(3)
    for (const utterance of said) utterance.dispatchEvent(Object.assign(new Event('error'), { error: 'not-allowed' }))
    await tick(0)
    const button = [...rootOf(element).querySelectorAll('button')].find(({ textContent }) => textContent === 'Bật tiếng gọi số')
    button?.click()
    await tick(0)
    expect(said).toHaveLength(4)
    expect(rootOf(element).querySelector('button')).toBeNull()
  })

  it('speaks again after the machine has swallowed what it was given, and never more than a few at once', async () => {
    const said = listen([voice('vi-VN', true)])
    const cancelled = vi.spyOn(speechSynthesis, 'cancel').mockImplementation(() => { for (const utterance of said) utterance.dispatchEvent(Object.assign(new Event('error'), { error: 'canceled' })) })
    const spoken = new SpokenCall(() => undefined)
    for (let number = 1; number <= 5; number++) spoken.say(`Mời số ${number}`)
    expect(said).toHaveLength(3)
    await vi.advanceTimersByTimeAsync(3 * 60_000)
    for (let number = 6; number <= 20; number++) spoken.say(`Mời số ${number}`)
    expect(said).toHaveLength(6)
    expect(cancelled).toHaveBeenCalledOnce()
  })
})

describe('on the wall', () => {
  it.each([[320, 640], [1920, 1080], [1080, 1920]])('fits %i × %i without scrolling sideways, with the first number the biggest thing there is', async (width, height) => {
    await page.viewport(width, height)
    const { element } = await room({ calls: [call('H007', '2'), call('V003', '1')], next: ['H008', 'V004', 'H009', 'V005', 'H010', 'V006'], waiting: 12 })
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
    const size = (selector: string): number => Number.parseFloat(getComputedStyle(rootOf(element).querySelector(selector) ?? element).fontSize)
    expect(size('.calls li:first-child')).toBeGreaterThan(size('.next li'))
    if (width >= 1080) expect(size('.calls li:first-child')).toBeGreaterThanOrEqual(100)
  })
})
