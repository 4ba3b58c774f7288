/** Whether a person could use it: there to be seen, and neither disabled, locked nor inert. */
export function isUsable(element: Element | undefined): element is HTMLElement {
  return element instanceof HTMLElement && element.checkVisibility() && !element.matches(':disabled, [readonly], [inert] *')
}

/** Presses it from within the page, which is many times faster than through the driver. */
export function pressAtOnce(element: HTMLElement): void {
  element.focus()
  element.click()
}

/** Puts the text into a box from within the page, as pasting over what stands there does. */
export function typeAtOnce(box: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  box.focus()
  box.value = text
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertReplacementText', data: text }))
}
