/** The tree a view lives in: the element's shadow root. */
export type ViewRoot = ShadowRoot

/**
 * Moves focus to an element by id and into sight, at once where the page likes to glide too; of a fieldset, to its first control.
 * False when it is not on the page.
 */
export function focusById(root: ViewRoot, id: string): boolean {
  const target = root.getElementById(id)
  if (!target) return false
  const control = target instanceof HTMLFieldSetElement ? target.querySelector<HTMLElement>('input, select, textarea, button') ?? target : target
  control.focus({ preventScroll: true })
  const field = target.closest('.field')
  if (field) field.scrollIntoView({ block: 'center', behavior: 'instant' })
  else showWhole(target)
  return true
}

/** What is in sight already stays where it is: the page does not jump. */
function showWhole(target: HTMLElement): void {
  const { top, bottom } = target.getBoundingClientRect()
  if (top < 0 || bottom > innerHeight) target.scrollIntoView({ block: 'start', behavior: 'instant' })
}

/**
 * Keeps letters typed here from the page's hot-keys: events are retargeted to the host element, so a page believes
 * that nobody is typing. Keys with Ctrl, Alt or Meta and keys that print nothing go on.
 */
export function stopPrintableKeys(event: KeyboardEvent): void {
  if (event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey) event.stopPropagation()
}

/**
 * For pressing a button that moves focus itself: the field that has it keeps it until then. The error it may show on being
 * left would push the button away from under the finger, and the press would be lost.
 */
export function holdStill(event: Event): void { event.preventDefault() }
