const PRESSABLE = 'button, a, [type="submit"], [type="button"], [type="image"], [role="button"]'
let isNoticing = false
let isSending = false

/**
 * Begins to notice when a form is being sent. The event `invalid` alone does not tell: a page that calls `form.checkValidity()`
 * at each letter, to know whether its button may be pressed, sends it too, and nobody wants to be told or taken elsewhere then.
 */
export function noticeSending(): void {
  if (isNoticing) return
  isNoticing = true
  for (const type of ['click', 'keypress', 'submit']) addEventListener(type, (event) => { if (isToSend(event)) markSending() }, true)
}

/** True while a press of a button, Enter, or the form's `submit` is being handled. */
export function isBeingSent(): boolean { return isSending }

/** As Enter in a native box: presses the form's first submit button, which may be disabled; without one the form is sent as it is. */
export function sendByEnter(form: HTMLFormElement): void {
  markSending()
  const root = form.getRootNode() as Document | ShadowRoot
  const button = [...root.querySelectorAll<HTMLButtonElement | HTMLInputElement>('button, input')].find((each) => each.form === form && /^(?:submit|image)$/.test(each.type))
  if (button) button.click()
  else form.requestSubmit()
}

function isToSend(event: Event): boolean {
  const path = event.composedPath().filter((node) => node instanceof Element)
  // What is pressed within a field sends nothing, Enter apart.
  if (path.some(({ localName }) => localName.startsWith('motcua-'))) return false
  if (event instanceof KeyboardEvent) return event.key === 'Enter' && !path[0]?.matches('textarea')
  return event.type === 'submit' || path.some((element) => element.matches(PRESSABLE))
}

/** By the next task every handler has run. */
function markSending(): void {
  isSending = true
  setTimeout(() => { isSending = false })
}
