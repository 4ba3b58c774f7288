import { computed, effect, untracked } from '@preact/signals-core'
import type { ReadonlySignal } from '@preact/signals-core'
import { render } from 'lit/html.js'
import type { FieldIssue, FieldState } from '@motcua/form-core'
import { readTyped } from '@motcua/form-core'
import type { LocaleBundle, Option } from '@motcua/schemas/definition'
import { afterPress, noticePresses } from '../dom/after-press.ts'
import type { FieldControl, FieldOption, FieldProps } from '../fields/field.ts'
import { createControl } from '../fields/registry.ts'
import type { Words } from '../locales/strings.ts'
import { seldomViews } from '../seldom/lazy-views.ts'
import { fieldId } from './context.ts'
import type { FormContext } from './context.ts'
import type { Mounted } from './mount-keyed.ts'

/** Draws one field before `last` and keeps it drawn: a key redraws this field and no other. */
export function mountField(last: ChildNode, state: FieldState, context: FormContext): Mounted {
  return new MountedField(last, state, context)
}

/** One object a field, not a closure for each thing it does: a form has a thousand. */
class MountedField implements Mounted {
  readonly first: ChildNode
  readonly last: ChildNode
  readonly #state: FieldState
  readonly #context: FormContext
  readonly #control: FieldControl
  #stop: () => void
  #isGone = false

  constructor(last: ChildNode, state: FieldState, context: FormContext) {
    noticePresses()
    this.last = last
    this.#state = state
    this.#context = context
    this.#control = createControl(state.definition.field)
    let first: ChildNode | undefined
    this.#stop = effect(() => { first = this.#draw() })
    this.first = first ?? last
  }

  dispose(): void {
    this.#isGone = true
    this.#stop()
  }

  /** Handed to the control, so it knows its field. */
  readonly redraw = (): void => {
    this.#stop()
    this.#stop = effect(() => { this.#draw() })
  }

  readonly onInput: FieldProps['onInput'] = (raw) => {
    const { locked, definition, pointer } = this.#state
    const { form, places } = this.#context
    if (locked.peek()) return
    form.setValue(pointer, readTyped(definition.field, raw))
    if (definition.provincePointer && typeof raw === 'string') seldomViews()?.fillProvince(this.#state, form, places.provinceOf(raw))
  }

  readonly onLeave = (): void => { afterPress(() => { if (!this.#isGone) this.#context.form.touch(this.#state.pointer) }) }

  #draw(): ChildNode | undefined {
    const { form, places } = this.#context
    const state = this.#state
    const { definition, pointer } = state
    const { words, fields } = spoken(this.#context)
    const text = fields[definition.pointer]
    const issues = state.issues.value
    const error = issues.find((issue) => issue.severity === 'error')
    const warning = issues.find((issue) => issue.severity === 'warning')
    const provinceCode = definition.provincePointer && seldomViews()?.provinceBeside(state, form).value.value
    const props: FieldProps = {
      id: fieldId(pointer), kind: definition.field, label: text?.label ?? definition.pointer, hint: text?.hint ?? '',
      error: this.#say(error), warning: this.#say(warning),
      required: state.required.value, locked: state.locked.value, disabled: false, value: state.value.value,
      options: offeredOptions(state, this.#context), places, words, onInput: this.onInput, onLeave: this.onLeave, redraw: this.redraw, origin: originOf(state, words),
    }
    if (text?.details) props.details = text.details
    if (definition.autocomplete && !this.#context.shared) props.autocomplete = definition.autocomplete
    if (definition.inputMode) props.inputMode = definition.inputMode
    if (definition.widthChars) props.widthChars = definition.widthChars
    if (typeof provinceCode === 'string' && provinceCode) props.provinceCode = provinceCode
    const { parentElement } = this.last
    return parentElement ? render(this.#control.render(props), parentElement, { renderBefore: this.last }).startNode as ChildNode : undefined
  }

  /** The present language is known by then: eight hundred errors need not each hang on it once more. */
  #say(issue: FieldIssue | undefined): string { return issue ? untracked(() => this.#context.message(issue)) : '' }
}

/** Where an answer comes from that the person did not type; few forms have one. Reads signals. */
function originOf(state: FieldState, words: Words): string {
  return state.filledBy.value || state.locked.value ? seldomViews()?.originText(state, words) ?? words('loading') : ''
}

/** What a form says in the present language, as one signal: a thousand fields hang on it. */
const SPOKEN = new WeakMap<FormContext, ReadonlySignal<{ words: Words; fields: LocaleBundle['fields'] }>>()

function spoken(context: FormContext): { words: Words; fields: LocaleBundle['fields'] } {
  let signal = SPOKEN.get(context)
  if (!signal) SPOKEN.set(context, signal = computed(() => ({ words: context.words.value, fields: context.labels.value.fields })))
  return signal.value
}

const NO_OPTIONS: readonly FieldOption[] = []
/** Each set is named and put in order once per language. */
const NAMED = new WeakMap<readonly Option[], Record<string, readonly FieldOption[]>>()

/** Options that may be chosen now: without those the field does not take, and those that other answers withhold. Reads signals. */
export function offeredOptions(state: FieldState, context: FormContext): readonly FieldOption[] {
  const { optionSet, except, optionsWhen } = state.definition
  const all = optionsOf(context, optionSet)
  if (!except && !optionsWhen) return all
  const offered = new Set(state.options.value.map(({ value }) => value))
  return all.filter(({ value }) => offered.has(value))
}

/** All options of a set in the present language: an answer keeps its words when it is no longer offered. */
export function optionsOf(context: FormContext, set: string | undefined): readonly FieldOption[] {
  const options = set === undefined ? undefined : context.form.definition.optionSets[set]
  if (!options) return NO_OPTIONS
  const words = context.words.value
  const known = NAMED.get(options) ?? {}
  NAMED.set(options, known)
  return known[words.tag] ??= set === 'countries' ? byName(named(options, words), words) : named(options, words)
}

function named(options: readonly Option[], words: Words): FieldOption[] { return options.map((option) => ({ ...option, label: words.text(option.label) })) }

/** The data has countries in the order of their codes; people look for names, and most for Việt Nam. */
function byName(options: readonly FieldOption[], words: Words): FieldOption[] {
  const { compare } = new Intl.Collator(words.tag)
  return [...options].sort((a, b) => Number(b.value === 'VN') - Number(a.value === 'VN') || compare(a.label, b.label))
}
