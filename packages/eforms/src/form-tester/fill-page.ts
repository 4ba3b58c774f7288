import type { Form, ItemState } from '@motcua/form-core'
import type { FieldKind } from '@motcua/schemas/definition'
import { PROVINCES } from '@motcua/schemas/reference'
import type { FieldOption } from '../fields/field.ts'
import type { FormContext } from '../form-view/context.ts'
import { offeredOptions } from '../form-view/mount-field.ts'
import type { Words } from '../locales/strings.ts'
import { ANSWERS, roleOf } from './answer-field.ts'
import type { FormPage, GroupName, Target } from './form-page.ts'
import { questionName, rowGroup } from './name-pattern.ts'
import { planItems } from './planned-field.ts'
import type { PlannedField, PlannedRows } from './planned-field.ts'

export interface FillPageOptions {
  page: FormPage
  /** Holds the answers that are to be given; says what is visible then. */
  form: Form
  items: readonly ItemState[]
  context: FormContext
  timeoutMs: number
}

/** Something on a page that could not be answered, and why. */
export interface Unfilled { pointer: string; reason: string }

/** Answers what stands on one page. Returns what it could not. */
export async function fillPage(options: FillPageOptions): Promise<Unfilled[]> {
  const { form, items, context, page } = options
  const plan = planItems(items, form, context.words.value)
  const failed: Unfilled[] = []
  const pointerOf = ({ state }: PlannedField): string => form.payloadPointer(state.pointer) ?? state.pointer
  let fields = plan.fields.filter(({ state }) => !state.locked.value)
  let repeats = plan.repeats
  let until = performance.now() + options.timeoutMs
  // What shows only after another answer, or after its chunk has come, is looked for again.
  while (fields.length + repeats.length > 0 && performance.now() < until) {
    const before = fields.length + repeats.length
    repeats = await without(repeats, (rows) => bringRows(rows, page, context.words.value))
    fields = await without(fields, async (field) => {
      const outcome = await answer(field, plan.fields, options)
      if (typeof outcome === 'string') failed.push({ pointer: pointerOf(field), reason: outcome })
      return outcome !== false
    })
    if (fields.length + repeats.length < before) until = performance.now() + options.timeoutMs
    else await new Promise((resolve) => { setTimeout(resolve, 5) })
  }
  return [...failed, ...fields.map((field) => ({ pointer: pointerOf(field), reason: `nothing is called “${field.label}”` })), ...repeats.map(({ legend, pointer }) => ({ pointer, reason: legend === undefined ? 'there is no group of rows' : `no group is called “${legend}”` }))]
}

/** The items for which `work` says that they are not done. One after another, as a person does. */
async function without<T>(items: readonly T[], work: (item: T) => Promise<boolean>): Promise<T[]> {
  const left: T[] = []
  for (const item of items) if (!await work(item)) left.push(item)
  return left
}

/** As many rows as there are answers. False when the group is not there yet. */
async function bringRows({ within: scope, rows }: PlannedRows, page: FormPage, words: Words): Promise<boolean> {
  const add: Target = { role: 'button', name: words('addRow'), within: scope }
  const has = async (number: number): Promise<boolean> => await page.count({ role: 'group', name: rowGroup(words, number), within: scope }) > 0
  if (!await has(1) && await page.count(add) === 0) return false
  for (let number = 1; number <= rows; number += 1) if (!await has(number)) await page.click(add)
  while (await has(rows + 1)) await page.click({ role: 'button', name: words('removeRow', { number: rows + 1 }), within: scope })
  return true
}

/** False when the field is not there yet; a text says why it cannot be answered. */
async function answer(field: PlannedField, all: readonly PlannedField[], { page, context }: FillPageOptions): Promise<boolean | string> {
  const { state, within } = field
  const words = context.words.value
  const kind = state.definition.field
  const at = { name: questionName(field.label, words('optional')), within, index: indexOf(field, all) }
  if (await page.count({ role: roleOf(kind), name: at.name, within }) <= at.index) return false
  return await ANSWERS[kind]({ page, words, places: context.places, ...at, options: optionsFor(kind, field, context), value: state.value.value }) ?? true
}

function optionsFor(kind: FieldKind, { state }: PlannedField, context: FormContext): readonly FieldOption[] {
  return kind === 'province' ? PROVINCES.map(({ code, name }) => ({ value: code, label: name })) : offeredOptions(state, context)
}

/** Which of the controls that are called alike in the same place. */
function indexOf(field: PlannedField, all: readonly PlannedField[]): number {
  const inside = (scope: readonly GroupName[]): boolean => field.within.every((name, index) => scope[index] === name)
  return all.slice(0, all.indexOf(field)).filter((other) => other.label === field.label && roleOf(other.state.definition.field) === roleOf(field.state.definition.field) && inside(other.within)).length
}
