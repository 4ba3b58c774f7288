import { contrast, readColour } from './contrast.ts'

/** The element that has the focus, through open shadow roots. */
export function focused(root: DocumentOrShadowRoot = document): HTMLElement | undefined {
  const { activeElement } = root
  if (activeElement?.shadowRoot?.activeElement) return focused(activeElement.shadowRoot)
  return activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : undefined
}

/** What is wrong with how the focus is shown: WCAG 2.4.7 and 2.4.11, and 1.4.11 for its contrast. Empty when nothing is. */
export function focusFaults(element: HTMLElement): string[] {
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element)
  const faults: string[] = []
  const said = `${element.localName}#${element.id} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}”`
  if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) faults.push(`${said} has no outline of 2 px or more`)
  else if (contrast(outlineColor, groundOf(element)) < 3) faults.push(`${said} has an outline ${outlineColor} on ${groundOf(element)}`)
  const { top, bottom, left, right } = element.getBoundingClientRect()
  if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth) faults.push(`${said} is out of sight`)
  else if (!isOnTop(element)) faults.push(`${said} is covered`)
  return faults
}

/** The colour behind an element: of the nearest box round it that paints one. */
function groundOf(element: Element): string {
  for (let box: Element | null = parentOf(element); box; box = parentOf(box)) {
    const { backgroundColor } = getComputedStyle(box)
    // A fourth number says how much of it there is; nothing of it is the colour of nothing.
    if (!/^rgba\(.*, 0\)$/.test(backgroundColor) && readColour(backgroundColor)) return backgroundColor
  }
  return 'rgb(255, 255, 255)'
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode()
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
}

/** Some point of it is not behind something else. */
function isOnTop(element: HTMLElement): boolean {
  const root = element.getRootNode()
  if (!(root instanceof ShadowRoot || root instanceof Document)) return false
  return [...element.getClientRects()].some(({ left, top, width, height }) => [0.5, 0.1, 0.9].some((share) => {
    const found = root.elementFromPoint(Math.min(Math.max(left + width * share, 1), innerWidth - 1), Math.min(Math.max(top + height * share, 1), innerHeight - 1))
    return found !== null && (element.contains(found) || found.contains(element))
  }))
}
