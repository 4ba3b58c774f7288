import { effect, untracked } from '@preact/signals-core'
import type { ReadonlySignal } from '@preact/signals-core'

/** What one item has drawn: the nodes from `first` to `last`. */
export interface Mounted { first: ChildNode; last: ChildNode; dispose(): void }

/** Mounts into an element of its own before `next`. */
export function inBox<T extends HTMLElement = HTMLElement>(container: HTMLElement, next: ChildNode | null, mount: (box: T) => () => void, tag = 'div'): Mounted {
  const box = container.insertBefore(document.createElement(tag) as T, next)
  return { first: box, last: box, dispose: mount(box) }
}

/** Draws what is new, removes what is gone and moves what has another place. An item that stays is not touched, so focus and typing stay too. */
export function mountKeyed<T>(container: HTMLElement, list: ReadonlySignal<readonly T[]>, mount: (item: T, next: ChildNode | null) => Mounted): () => void {
  const mounted = new Map<T, Mounted>()
  const stop = effect(() => {
    const wanted = list.value
    untracked(() => {
      const kept = new Set(wanted)
      for (const [item, old] of mounted) {
        if (kept.has(item)) continue
        old.dispose()
        for (const node of nodesOf(old)) node.remove()
        mounted.delete(item)
      }
      let next: ChildNode | null = container.firstChild
      for (const item of wanted) {
        const entry = mounted.get(item)
        if (!entry) mounted.set(item, mount(item, next))
        else if (entry.first === next) next = entry.last.nextSibling
        else for (const node of nodesOf(entry)) container.insertBefore(node, next)
      }
    })
  })
  return () => {
    stop()
    for (const each of mounted.values()) each.dispose()
    mounted.clear()
  }
}

function nodesOf({ first, last }: Mounted): ChildNode[] {
  const nodes: ChildNode[] = [first]
  for (let node: ChildNode | null = first; node && node !== last; node = node.nextSibling) if (node.nextSibling) nodes.push(node.nextSibling)
  return nodes
}
