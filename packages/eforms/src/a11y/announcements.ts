import type { Language } from '../locales/strings.ts'
import { readAxTree, walk } from './ax-tree.ts'
import type { AxNode } from './ax-tree.ts'
import { focusOf, spokenFocus, textOf } from './spoken.ts'

/** Longest wait for the tree to stand still: uploads and transfers may never. */
const LONGEST_MS = 2000

/** What somebody hears who does something and looks at nothing. */
export interface Heard {
  /** Where the focus has come to, with the groups it came into; empty when it has stayed, `nowhere` when it is lost. */
  focus: string
  /** What live regions said. */
  live: string[]
  /** Polite regions that came with their words already in them: many screen readers say nothing then, so nothing may depend on it. */
  unheard: string[]
}

const SETTLED_MS = 60

/** Does something, waits until the tree stands still, and tells what was announced. Times of day read `{time}`. */
export async function hear(language: Language, act: () => void | Promise<void>): Promise<Heard> {
  const before = await readAxTree()
  const said = new Map(liveRegions(before).map((region) => [region.id, textOf(region)]))
  await act()
  const after = await settled()
  const heard: Heard = { focus: '', live: [], unheard: [] }
  const focus = spokenFocus(after, language, focusOf(before))
  if (!focusOf(after) && focusOf(before)) heard.focus = document.activeElement?.shadowRoot?.activeElement ? '' : 'nowhere'
  else if (focus !== spokenFocus(before, language, focusOf(before)) || focusOf(after)?.id !== focusOf(before)?.id) heard.focus = withoutTime(focus)
  for (const region of liveRegions(after)) {
    const text = textOf(region)
    if (text === '' || said.get(region.id) === text) continue
    ;(said.has(region.id) || region.states.live === 'assertive' ? heard.live : heard.unheard).push(withoutTime(text))
  }
  return heard
}

function liveRegions(tree: AxNode): AxNode[] { return [...walk(tree)].filter(({ states }) => states.live === 'polite' || states.live === 'assertive') }

async function settled(): Promise<AxNode> {
  let last = ''
  for (const until = performance.now() + LONGEST_MS; ;) {
    await new Promise((resolve) => { setTimeout(resolve, SETTLED_MS) })
    const tree = await readAxTree()
    const now = JSON.stringify([...walk(tree)].map(({ id, name, states }) => [id, name, states.focused]))
    if (now === last || performance.now() > until) return tree
    last = now
  }
}

function withoutTime(text: string): string { return text.replaceAll(/\d\d:\d\d \d\d\/\d\d\/\d{4}|\d\d\/\d\d\/\d{4}, \d\d:\d\d/g, '{time}') }
