import { rootOf } from '../testing/harness.ts'

/** The least a target may measure, in CSS pixels: WCAG 2.5.8. */
const TARGET_PX = 24

/** What cannot be read or hit on the page as it is laid out now: WCAG 1.4.4, 1.4.10, 1.4.12, 2.5.8. Empty when nothing is wrong. */
export function layoutFaults(element: Element): string[] {
  return [...overflowing(), ...clipped(element), ...overlapping(element), ...smallTargets(element)]
}

/** The page can be scrolled sideways. */
function overflowing(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  return scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide in ${clientWidth}`] : []
}

/** Boxes whose words are cut off, or stand beside the page. */
function clipped(element: Element): string[] {
  return visible(element, '*').filter((box) => {
    const { overflowX, overflowY, clipPath } = getComputedStyle(box)
    // For the ear alone.
    if (clipPath === 'inset(50%)') return false
    const { left, right } = box.getBoundingClientRect()
    const isCut = (overflowX !== 'visible' && overflowX !== 'auto' && box.scrollWidth > box.clientWidth + 1) || (overflowY === 'hidden' && box.scrollHeight > box.clientHeight + 1)
    // A text box scrolls what is typed; the browser's own chooser of files cuts the name of the file.
    return (isCut && !box.matches('input, select, textarea, svg *')) || left < -1 || right > document.documentElement.clientWidth + 1
  }).map((box) => `${nameOf(box)} is cut off`)
}

/** Words and controls that lie on one another. */
function overlapping(element: Element): string[] {
  const boxes = visible(element, 'h2, h3, h4, p, legend, .label, .hint, .error, .warning, dt, dd, summary, button, input, select, textarea, progress, .choice')
    // An open list lies on what is under it, as it should.
    .filter((box) => !box.closest('[role="listbox"]')).map((box) => ({ box, rect: box.getBoundingClientRect() }))
  return boxes.flatMap(({ box, rect }, index) => boxes.slice(index + 1)
    .filter((other) => !box.contains(other.box) && !other.box.contains(box)
      && Math.min(rect.right, other.rect.right) - Math.max(rect.left, other.rect.left) > 1 && Math.min(rect.bottom, other.rect.bottom) - Math.max(rect.top, other.rect.top) > 1)
    .map((other) => `${nameOf(box)} lies on ${nameOf(other.box)}`))
}

/** Targets too small for a finger; a tick box is hit by its words too. */
function smallTargets(element: Element): string[] {
  return visible(element, 'a, button, summary, input, select, textarea, [role="option"]').map((control) => control.closest<HTMLElement>('.choice') ?? control)
    .filter((target) => { const { width, height } = target.getBoundingClientRect(); return width < TARGET_PX || height < TARGET_PX })
    .map((target) => `${nameOf(target)} is ${Math.round(target.getBoundingClientRect().width)} × ${Math.round(target.getBoundingClientRect().height)} px`)
}

function visible(element: Element, selector: string): HTMLElement[] {
  return [...rootOf(element).querySelectorAll<HTMLElement>(selector)].filter((box) => box.checkVisibility() && !box.closest('.visually-hidden') && box.getBoundingClientRect().width > 0)
}

function nameOf(box: Element): string { return `${box.localName}.${box.className} “${(box.textContent ?? '').trim().replaceAll(/\s+/g, ' ').slice(0, 40)}”` }
