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
  for (const type of ['click', 'keypress', 'submit']) addEventListener(type, noticed, true)
}

/** True while a press of a button, Enter, or the form's `submit` is being handled. */
export function isBeingSent(): boolean { return isSending }

function noticed(event: Event): void {
  if (event instanceof KeyboardEvent ? event.key !== 'Enter' : event.type === 'click' && !event.composedPath().some((node) => node instanceof Element && node.matches(PRESSABLE))) return
  isSending = true
  // By the next task every handler has run.
  setTimeout(() => { isSending = false })
}

/** As Enter in a native box: presses the form's first submit button, which may be disabled; without one the form is sent as it is. */
export function sendByEnter(form: HTMLFormElement): void {
  const root = form.getRootNode() as Document | ShadowRoot
  const button = [...root.querySelectorAll<HTMLButtonElement | HTMLInputElement>('button, input')].find((each) => each.form === form && /^(?:submit|image)$/.test(each.type))
  if (button) button.click()
  else form.requestSubmit()
}
