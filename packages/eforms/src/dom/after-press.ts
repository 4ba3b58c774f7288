const LONG_PRESS_MS = 1000
let isNoticing = false
let isPressed = false

/**
 * Begins to notice presses; called before the first one. `:active` would tell in Chromium only: other engines set it after
 * the focus has moved, or never. A finger has left the screen before the mouse events it stands for.
 */
export function noticePresses(): void {
  if (isNoticing) return
  isNoticing = true
  addEventListener('mousedown', () => { isPressed = true }, true)
  // Of a press that opens a menu or a list, or drags, no release is heard; the next thing that happens ends it.
  for (const end of ['mouseup', 'dragend', 'contextmenu', 'keydown']) addEventListener(end, () => { isPressed = false }, true)
}

/**
 * Does something now; while a pointer is pressed, when it has been released and its click heard. What moves a button away
 * from under the pointer, as an error does that appears on leaving a field, would take the click from it.
 */
export function afterPress(action: () => void): void {
  if (!isPressed) { action(); return }
  const released = (): void => {
    clearTimeout(timer)
    isPressed = false
    removeEventListener('mouseup', released, true)
    setTimeout(action)
  }
  // Dragged away, or released outside of the window: no mouseup.
  const timer = setTimeout(released, LONG_PRESS_MS)
  addEventListener('mouseup', released, true)
}
