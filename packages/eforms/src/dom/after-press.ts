const LONG_PRESS_MS = 1000

/**
 * Does something now; while a pointer is pressed, when it has been released and its click heard. What moves a button away
 * from under the pointer, as an error does that appears on leaving a field, would take the click from it.
 */
export function afterPress(action: () => void): void {
  if (!document.documentElement.matches(':active')) { action(); return }
  // A finger has left the screen before the mouse events it stands for: mouseup comes for both, and now and then for none.
  const released = (): void => {
    clearTimeout(timer)
    removeEventListener('mouseup', released, true)
    setTimeout(action)
  }
  const timer = setTimeout(released, LONG_PRESS_MS)
  addEventListener('mouseup', released, true)
}
