import { FIELD_TAGS } from './field-tags.ts'

/**
 * The one script a page pastes. It registers what the page uses, when it uses it, and fetches nothing else. An element
 * that some other copy has registered is left alone; until an element is there the page's own fallback stands in its place.
 */
type Part = 'sign' | 'board' | 'eform' | 'panels' | 'fields' | 'feedback' | 'dashboard' | 'finder' | 'guide' | 'places'

/** Files of each part with their SRI hashes, put in by the build. */
declare const MOTCUA_FILES: Readonly<Record<Part, ReadonlyArray<readonly [name: string, sha256: string]>>>

const PARTS: Readonly<Record<Part, () => Promise<unknown>>> = {
  board: () => import('../elements/board/define.ts'),
  eform: () => import('../elements/eform/define.ts'),
  panels: () => import('./panels.ts'),
  fields: () => import('./fields.ts'),
  guide: () => import('../elements/guide/define.ts'),
  places: () => import('../elements/places/define.ts'),
  sign: () => import('../elements/sign/define.ts'),
  feedback: () => import('../elements/feedback/define.ts'),
  dashboard: () => import('../elements/dashboard/define.ts'),
  finder: () => import('../elements/procedure-finder/define.ts'),
}
const ELEMENTS: ReadonlyArray<readonly [tag: string, part: Part]> = [
  ['motcua-board', 'board'], ['motcua-eform', 'eform'], ['motcua-payment', 'panels'], ['motcua-tracker', 'panels'], ['motcua-verify', 'panels'], ['motcua-sign', 'sign'], ['motcua-feedback', 'feedback'], ['motcua-dashboard', 'dashboard'], ['motcua-procedure-finder', 'finder'], ['motcua-guide', 'guide'], ['motcua-places', 'places'],
  ...FIELD_TAGS.map((tag) => [tag, 'fields'] as const),
]

const wanted = new Map(ELEMENTS.filter(([tag]) => !customElements.get(tag)))

function look(): void {
  for (const [tag, part] of wanted) {
    if (!document.querySelector(tag)) continue
    wanted.delete(tag)
    preload(part)
    // Without a connection the fallback stays; the next change of the page tries again, where the engine lets it. Firefox keeps a failed
    // import until the page is loaded anew, and another address would not help: later chunks import this one by its own.
    PARTS[part]().catch(() => { wanted.set(tag, part) })
  }
  if (wanted.size === 0) observer.disconnect()
}

/** Asks for all files of a part at once, each with its hash, instead of one level of imports after the other. */
function preload(part: Part): void {
  for (const [name, sha256] of typeof MOTCUA_FILES === 'undefined' ? [] : MOTCUA_FILES[part]) {
    const link = document.createElement('link')
    link.rel = 'modulepreload'
    link.crossOrigin = 'anonymous'
    link.integrity = `sha256-${sha256}`
    link.href = new URL(name, import.meta.url).href
    document.head.append(link)
  }
}

const observer = new MutationObserver(look)
observer.observe(document, { childList: true, subtree: true })
look()
