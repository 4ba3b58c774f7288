import type { GroupDefinition, ItemDefinition, PageDefinition } from '@motcua/schemas/definition'
import { computed } from '@preact/signals-core'
import type { ReadonlySignal } from '@preact/signals-core'
import type { FormModel, Scope } from '../model/model.ts'
import { withRow } from '../model/reader.ts'
import type { FieldState, GroupState, ItemState, PageState, RepeatState } from '../types.ts'

/** What the page tree needs of the form. */
export interface ItemSource {
  model: FormModel
  field(pointer: string): FieldState
  repeat(pointer: string): RepeatState
  /** Tracked. */
  shows(scope: Scope | undefined, row: string | undefined): boolean
}

/** Pages with something visible on them. Depends on conditions only, never on answers as such. */
export function visiblePages(source: ItemSource): ReadonlySignal<readonly PageState[]> {
  const pages = source.model.definition.pages.map((definition: PageDefinition) => ({
    page: { id: definition.id, definition, items: visibleItems(source, definition.items, undefined) } satisfies PageState,
    fixed: definition.items.some(item => !isConditional(source.model, item)),
  }))
  return computed(() => pages.filter(({ page, fixed }) => fixed || page.items.value.length > 0).map(({ page }) => page))
}

/** The visible ones of some items, for one row or outside rows. */
export function visibleItems(source: ItemSource, items: readonly ItemDefinition[], row: string | undefined): ReadonlySignal<readonly ItemState[]> {
  const { model } = source
  let states: readonly ItemState[] | undefined
  const all = (): readonly ItemState[] => states ??= items.map(item => itemState(source, item, row))
  // Built on first reading: a form of many pages makes the fields of the page that is open.
  if (!items.some(item => isConditional(model, item))) return computed(all)
  return computed(() => all().filter((_, i) => {
    const item = items[i]
    return item !== undefined && itemShown(source, item, row)
  }))
}

function itemState(source: ItemSource, item: ItemDefinition, row: string | undefined): ItemState {
  if (item.type === 'repeat') return source.repeat(item.pointer)
  if (item.type === 'group') return groupState(source, item, row)
  return source.field(withRow(item.pointer, source.model.fields.get(item.pointer)?.repeat, row))
}

function groupState(source: ItemSource, definition: GroupDefinition, row: string | undefined): GroupState {
  return { type: 'group', id: definition.id, definition, items: visibleItems(source, definition.items, row) }
}

/** A group without anything visible in it is not shown: it would be a lone legend. */
function itemShown(source: ItemSource, item: ItemDefinition, row: string | undefined): boolean {
  const { model } = source
  if (item.type === 'group') return source.shows(model.groups.get(item), row) && item.items.some(child => itemShown(source, child, row))
  return source.shows((item.type === 'field' ? model.fields : model.repeats).get(item.pointer)?.scope, row)
}

function isConditional(model: FormModel, item: ItemDefinition): boolean {
  if (item.type !== 'group') return (item.type === 'field' ? model.fields : model.repeats).get(item.pointer)?.scope !== undefined
  return model.groups.get(item) !== undefined || item.items.every(child => isConditional(model, child))
}
