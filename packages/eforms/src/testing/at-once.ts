import { expect } from 'vitest'
import type { Locator } from 'vitest/browser'

/**
 * Answers and presses in the page itself, which is ten times faster than through the driver: for the way to what a test is
 * about. What a test is about is pressed and typed by the driver, as a person does.
 */
export const atOnce = { press, fill }

async function press(target: Locator): Promise<void> {
  const element = await usable(target)
  element.focus()
  element.click()
}

async function fill(target: Locator, text: string): Promise<void> {
  const box = await usable(target)
  if (!(box instanceof HTMLInputElement)) throw new TypeError(`Expected a text box, got <${box.localName}>.`)
  box.focus()
  box.value = text
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertReplacementText', data: text }))
}

/** The first that is found, once a person could use it. */
async function usable(target: Locator): Promise<HTMLElement> {
  const find = () => target.elements().find((element): element is HTMLElement => element instanceof HTMLElement && !element.matches(':disabled, [readonly], [inert] *') && element.checkVisibility())
  await expect.poll(find, { message: String(target.selector) }).toBeDefined()
  const element = find()
  if (!element) throw new TypeError('What was there is gone.')
  return element
}
