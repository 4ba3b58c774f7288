import { expect } from 'vitest'
import type { Locator } from 'vitest/browser'
import { isUsable, pressAtOnce, typeAtOnce } from '../form-tester/at-once.ts'

/**
 * Answers and presses in the page itself: for the way to what a test is about. What a test is about is pressed and typed by the
 * driver, as a person does.
 */
export const atOnce = {
  press: async (target: Locator): Promise<void> => { pressAtOnce(await usable(target)) },
  fill: async (target: Locator, text: string): Promise<void> => {
    const box = await usable(target)
    if (!(box instanceof HTMLInputElement)) throw new TypeError(`Expected a text box, got <${box.localName}>.`)
    typeAtOnce(box, text)
  },
}

/** The first that is found, once a person could use it. */
async function usable(target: Locator): Promise<HTMLElement> {
  const find = () => target.elements().find(isUsable)
  await expect.poll(find, { message: String(target.selector) }).toBeDefined()
  const element = find()
  if (!element) throw new TypeError('What was there is gone.')
  return element
}
