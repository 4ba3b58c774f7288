import { rootOf } from '../testing/root-of.ts'

/** Waits for something in the root of an element. */
export async function appear<T extends HTMLElement>(element: Element, selector: string): Promise<T> {
  for (const until = performance.now() + 4000; performance.now() < until;) {
    const found = rootOf(element).querySelector<T>(selector)
    if (found) return found
    await new Promise((resolve) => { setTimeout(resolve, 5) })
  }
  throw new Error(`${selector} did not appear in ${rootOf(element).textContent?.replaceAll(/\s+/g, ' ').slice(0, 300) ?? ''}`)
}

export async function pressIn(element: Element, selector: string): Promise<void> { (await appear(element, selector)).click() }

/** Types into a box and leaves it. */
export async function typeIn(element: Element, id: string, text: string): Promise<void> {
  const box = await appear<HTMLInputElement>(element, `#${CSS.escape(id)}`)
  box.focus()
  box.value = text
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
  box.blur()
}

/** Chooses files in the first chooser. */
export function attach(element: Element, ...chosen: readonly File[]): void {
  const input = rootOf(element).querySelector<HTMLInputElement>('input[type="file"]')
  if (!input) throw new Error('No file is asked for.')
  const files = new DataTransfer()
  for (const file of chosen) files.items.add(file)
  input.files = files.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
}
