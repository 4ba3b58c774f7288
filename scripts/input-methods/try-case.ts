import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { answerFor } from '../../packages/eforms/src/input-methods/text-fields.ts'
import type { DeskBrowser } from './browsers.ts'
import type { Case } from './cases.ts'
import type { Desk } from './desk.ts'
import type { Place, Sight } from './page.ts'

/** What was wrong, and what the method itself wrote otherwise than its keys say. */
export interface Verdict { faults: string[]; own?: string }

/** A person's keyboard in front of one browser. */
export interface Seat { desk: Desk; browser: DeskBrowser }

/** Types one case and looks before and after the field is left; a box of the browser's own, given the same keys, is the measure. */
export async function tryCase(seat: Seat, one: Case): Promise<Verdict> {
  const { place, keys, kind, next, options } = one
  const measureIt = (): Promise<Sight> => typeAt(seat, { where: place.at === '/reason' || place.at === 'long-text' ? 'plain-area' : 'plain' }, keys, () => true)
  const before = one.text === undefined ? await measureIt() : undefined
  const isEmail = kind === 'email'
  const typed = before?.text ?? one.text ?? ''
  // A box for e-mail gives its text without blanks at the ends.
  const expected = isEmail ? typed.trim() : typed
  const seen = await typeAt(seat, place, keys, (sight) => sight.text === expected && (options === undefined || sight.options === options) && (one.sent === undefined || sight.sent.length === one.sent.length))
  const isRight = seen.text === expected
  // Otherwise than its keys say: is that the method's own doing?
  const measure = isRight ? before : await measureIt()
  const text = measure?.text ?? typed
  const faults: string[] = []
  const expectSame = (what: string, got: unknown, wanted: unknown): void => {
    if (!isSame(got, wanted)) faults.push(`${what}: ${JSON.stringify(got)} instead of ${wanted instanceof RegExp ? String(wanted) : JSON.stringify(wanted)}`)
  }
  if (text === '') faults.push('nothing arrived, in no box')
  expectSame('text', seen.text, isEmail ? text.trim() : text)
  if (!isEmail && (measure || seen.caret !== null)) expectSame('caret', seen.caret, measure?.caret ?? text.length)
  if (seen.sent.length === 0) expectSame('focus', seen.hasFocus, true)
  expectSame('rewritten', seen.rewrites, [])
  expectSame('faults of the page', seen.faults, [])
  if (seen.sent.length === 0) expectSame('error while typing', seen.isInvalid, false)
  if (kind) expectSame('answer', seen.answer, answerFor(kind, text) ?? null)
  expectSame('sent', seen.sent, one.sent ?? measure?.sent ?? [])
  if (isRight && options !== undefined) expectSame('options', seen.options, options)
  const leave = next ?? (kind && { keys: '{Tab}', answer: answerFor(kind, text.trim()) ?? null })
  // What was sent is left already, or has moved focus to its errors.
  if (leave && isRight && seen.sent.length === 0) {
    await pressAll(seat.desk, leave.keys)
    const left = await settled(seat.browser, (sight) => isSame(sight.answer, leave.answer))
    expectSame('answer after leaving', left.answer, leave.answer)
    if (!next) expectSame('text after leaving', left.text, text.normalize('NFC').trim())
    expectSame('sent after leaving', left.sent, [])
  }
  return { faults, ...(!isRight && faults.length === 0 && { own: `${one.keys} gives ${JSON.stringify(text)}, not ${JSON.stringify(expected)}` }) }
}

export async function typeAt(seat: Seat, place: Place, keys: string, is: (sight: Sight) => boolean): Promise<Sight> {
  // Ends a composition in the box before: one that is taken away in the middle of it makes Firefox lose the next, in any box.
  await seat.desk.press('Escape')
  await sleep(80)
  await seat.browser.begin(place)
  // Until the method has heard of the new box.
  await sleep(120)
  await pressAll(seat.desk, keys)
  return settled(seat.browser, is)
}

/** Characters with the keys that print them, `{names}` as they are called. */
export async function pressAll(desk: Desk, keys: string): Promise<void> {
  for (const part of keys.split(/(\{\w+\})/)) {
    if (part === '') continue
    if (part.startsWith('{')) await desk.press(part.slice(1, -1))
    else await desk.type(part)
    await sleep(2 * desk.keyMs)
  }
}

/** What is to be seen when it is as expected and stays so, or after a while in which it did not come. */
async function settled(browser: DeskBrowser, is: (sight: Sight) => boolean): Promise<Sight> {
  let before: Sight | undefined
  for (const end = Date.now() + 2500; ;) {
    const sight = await browser.look()
    const isStill = before !== undefined && before.text === sight.text && before.events.length === sight.events.length && before.sent.length === sight.sent.length
    if ((isStill && is(sight)) || Date.now() > end) return sight
    before = sight
    await sleep(90)
  }
}

function isSame(got: unknown, expected: unknown): boolean { return expected instanceof RegExp ? expected.test(String(got)) : isDeepStrictEqual(got, expected) }
