import type { FormDefinition, ItemDefinition } from '@motcua/schemas/definition'
import { untracked } from '@preact/signals-core'
import { isSeldom } from '../fields/registry.ts'
import { seldomViews } from './lazy-views.ts'

/** Asks for the views that not every form has as soon as a form is known to need them, on whatever page. */
export function expectSeldomViews({ pages }: Pick<FormDefinition, 'pages'>): void {
  if (pages.some(({ items }) => items.some(needsThem))) untracked(seldomViews)
}

function needsThem(item: ItemDefinition): boolean {
  return item.type === 'repeat' || (item.type === 'group' ? item.items.some(needsThem) : isSeldom(item.field))
}
