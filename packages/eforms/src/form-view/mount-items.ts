import type { ItemState } from '@motcua/form-core'
import { effect } from '@preact/signals-core'
import type { ReadonlySignal } from '@preact/signals-core'
import type { FormContext } from './context.ts'
import { mountLazyRepeat } from './lazy-repeat.ts'
import { mountField } from './mount-field.ts'
import { mountGroup } from './mount-group.ts'
import { inBox, mountKeyed } from './mount-keyed.ts'

/** More fields than a page should have; one may have a thousand. */
const MANY = 50

/** Keeps a container in step with the visible items. Of many, what is far from the screen is not laid out. */
export function mountItems(container: HTMLElement, items: ReadonlySignal<readonly ItemState[]>, context: FormContext): () => void {
  const stopItems = mountKeyed(container, items, (item, next) => {
    if (item.type === 'field') {
      // No box round a field: in a large form a fifth of all elements would be such boxes.
      return mountField(container.insertBefore(document.createComment(''), next), item, context)
    }
    return inBox(container, next, (box) => (item.type === 'group' ? mountGroup(box, item, context) : mountLazyRepeat(box, item, context)))
  })
  const stopLong = effect(() => { container.classList.toggle('long', items.value.length > MANY) })
  return () => { stopItems(); stopLong() }
}
