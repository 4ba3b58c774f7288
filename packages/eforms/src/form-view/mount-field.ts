import { effect } from '@preact/signals-core'
import { render } from 'lit/html.js'
import type { RootPart } from 'lit/html.js'
import type { FieldState } from '@motcua/form-core'
import { readTyped } from '@motcua/form-core'
import type { Option } from '@motcua/schemas/definition'
import type { FieldOption, FieldProps } from '../fields/field.ts'
import { FIELD_CONTROLS } from '../fields/registry.ts'
import type { Words } from '../locales/strings.ts'
import { fieldId } from './context.ts'
import type { FormContext } from './context.ts'
import { originText } from './origin-text.ts'

/** Draws one field before `end` and keeps it drawn: a key redraws this field and no other. Gives the first of its nodes and its disposal. */
export function mountField(container: HTMLElement, end: ChildNode, state: FieldState, context: FormContext): { first: ChildNode; dispose(): void } {
  const { form, places } = context
  const { definition, pointer } = state
  const control = FIELD_CONTROLS[definition.field]()
  const onInput: FieldProps['onInput'] = (raw) => {
    if (!state.locked.peek()) form.setValue(pointer, readTyped(definition.field, raw))
  }
  const onLeave = (): void => { form.touch(pointer) }
  const redraw = (): void => { stop(); stop = effect(draw) }
  let part: RootPart | undefined
  const draw = (): void => {
    const words = context.words.value
    const text = context.labels.value.fields[definition.pointer]
    const issues = state.issues.value
    const error = issues.find((issue) => issue.severity === 'error')
    const warning = issues.find((issue) => issue.severity === 'warning')
    const provinceCode = definition.provincePointer ? form.field(siblingPointer(pointer, definition.provincePointer)).value.value : undefined
    const props: FieldProps = {
      id: fieldId(pointer), kind: definition.field, label: text?.label ?? definition.pointer, hint: text?.hint ?? '',
      error: error ? context.message(error) : '', warning: warning ? context.message(warning) : '',
      required: state.required.value, locked: state.locked.value, disabled: false, value: state.value.value,
      options: offeredOptions(state, context), places, words, onInput, onLeave, redraw, origin: originText(state, words),
      ...(text?.details && { details: text.details }),
      ...(definition.autocomplete && !context.shared && { autocomplete: definition.autocomplete }),
      ...(definition.inputMode && { inputMode: definition.inputMode }),
      ...(definition.widthChars && { widthChars: definition.widthChars }),
      ...(typeof provinceCode === 'string' && provinceCode && { provinceCode }),
    }
    part = render(control.render(props), container, { renderBefore: end })
  }
  let stop = effect(draw)
  return { first: part?.startNode as ChildNode | undefined ?? end, dispose: () => { stop() } }
}

/** Each set is named and put in order once per language. */
const NAMED = new WeakMap<readonly Option[], Record<string, readonly FieldOption[]>>()

/** Options that may be chosen now: without those the field does not take, and those that other answers withhold. Reads signals. */
export function offeredOptions({ definition, options }: FieldState, context: FormContext): readonly FieldOption[] {
  const { optionSet, except, optionsWhen } = definition
  const all = optionsOf(context, optionSet)
  if (!except && !optionsWhen) return all
  const offered = new Set(options.value.map(({ value }) => value))
  return all.filter(({ value }) => offered.has(value) && !except?.includes(value))
}

/** All options of a set in the present language: an answer keeps its words when it is no longer offered. */
export function optionsOf(context: FormContext, set: string | undefined): readonly FieldOption[] {
  const words = context.words.value
  const options = set === undefined ? undefined : context.form.definition.optionSets[set]
  if (!options) return []
  const known = NAMED.get(options) ?? {}
  NAMED.set(options, known)
  return known[words.tag] ??= set === 'countries' ? byName(named(options, words), words) : named(options, words)
}

function named(options: readonly Option[], words: Words): FieldOption[] { return options.map(({ value, label }) => ({ value, label: words.text(label) })) }

/** The data has countries in the order of their codes; people look for names, and most for Việt Nam. */
function byName(options: readonly FieldOption[], words: Words): FieldOption[] {
  const { compare } = new Intl.Collator(words.tag)
  return [...options].sort((a, b) => Number(b.value === 'VN') - Number(a.value === 'VN') || compare(a.label, b.label))
}

/** `/rows/-/province` seen from `/rows/r2/commune` is `/rows/r2/province`. */
export function siblingPointer(own: string, relative: string): string {
  const keys = own.split('/')
  return relative.split('/').map((part, index) => (part === '-' ? keys[index] ?? part : part)).join('/')
}
