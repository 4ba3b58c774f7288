import type { RepeatState } from '@motcua/form-core'
import type { FormDefinition, ItemDefinition } from '@motcua/schemas/definition'
import { effect, signal, untracked } from '@preact/signals-core'
import { Lazy } from '../dom/lazy.ts'
import type { FormContext } from './context.ts'

const arrived = signal(0)
const views = new Lazy(() => import('./mount-repeat.ts').then(({ mountRepeat }) => mountRepeat), () => { arrived.value += 1 })

/** Asks for what draws repeating groups, which few forms have, as soon as a form is known to have one. */
export function expectRepeats({ pages }: Pick<FormDefinition, 'pages'>): void {
  if (pages.some(({ items }) => items.some(repeats))) views.get()
}

function repeats(item: ItemDefinition): boolean { return item.type === 'repeat' || (item.type === 'group' && item.items.some(repeats)) }

/** A repeating group, at once or when what draws it has come. */
export function mountLazyRepeat(box: HTMLElement, repeat: RepeatState, context: FormContext): () => void {
  let dispose = (): void => undefined
  const stop = effect(() => {
    void arrived.value
    const mount = views.get()
    if (mount) dispose = untracked(() => mount(box, repeat, context))
  })
  return () => { stop(); dispose() }
}
