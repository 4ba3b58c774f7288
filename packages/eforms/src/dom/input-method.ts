/**
 * True for a key that belongs to an input method: it composes, or ends a composition. Safari ends the composition before
 * the key that did it is heard; there only the code 229 tells (WebKit bug 165004, checked 2026-11).
 */
export function isInputMethodKey(event: KeyboardEvent): boolean { return event.isComposing || event.keyCode === 229 }
