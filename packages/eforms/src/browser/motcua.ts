/**
 * The one script a page pastes. It registers what the page uses, when it uses it, and fetches nothing else. An element
 * that some other copy has registered is left alone; until an element is there the page's own fallback stands in its place.
 */
const ELEMENTS: Readonly<Record<string, () => Promise<unknown>>> = {
  'motcua-eform': () => import('../elements/eform/define.ts'),
  'motcua-payment': () => import('../elements/payment/define.ts'),
  'motcua-tracker': () => import('../elements/tracker/define.ts'),
  'motcua-verify': () => import('../elements/verify/define.ts'),
  'motcua-text-field': () => import('../field-shell/text-field/define.ts'),
  'motcua-date-field': () => import('../field-shell/date-field/define.ts'),
  'motcua-select-field': () => import('../field-shell/select-field/define.ts'),
}

const wanted = new Set(Object.keys(ELEMENTS).filter((tag) => !customElements.get(tag)))

function look(): void {
  for (const tag of wanted) {
    if (!document.querySelector(tag)) continue
    wanted.delete(tag)
    // Without a connection the fallback stays; the next change of the page tries again.
    ELEMENTS[tag]?.().catch(() => { wanted.add(tag) })
  }
  if (wanted.size === 0) observer.disconnect()
}

const observer = new MutationObserver(look)
observer.observe(document, { childList: true, subtree: true })
look()
