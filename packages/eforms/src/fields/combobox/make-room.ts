const LEAST_PX = 128

/** Brings a list that opens below a box into what the on-screen keyboard leaves of the page: the box moves up, the list shrinks. */
export function makeRoom(box: HTMLElement): void {
  const list = box.nextElementSibling
  if (!(list instanceof HTMLElement) || list.hidden) return
  list.style.maxBlockSize = ''
  const { bottom } = list.getBoundingClientRect()
  if (bottom <= visibleBottom()) return
  // No further than needed: what is asked above the box stays in sight where it can.
  if (bottom - box.getBoundingClientRect().top <= (visualViewport?.height ?? innerHeight)) { list.scrollIntoView({ block: 'nearest' }); return }
  box.scrollIntoView({ block: 'start' })
  const room = visibleBottom() - list.getBoundingClientRect().top
  if (room < list.offsetHeight) list.style.maxBlockSize = `${Math.max(LEAST_PX, room)}px`
}

/** Lower edge of what is in sight, above the on-screen keyboard, in the coordinates of client rectangles. */
function visibleBottom(): number {
  return visualViewport ? visualViewport.offsetTop + visualViewport.height : innerHeight
}
