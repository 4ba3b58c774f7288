import { effect, signal } from '@preact/signals-core'
import { render } from 'lit'
import type { FieldState } from '@motcua/form-core'
import { parseInput } from '@motcua/form-core'
import type { FieldOption, FieldProps } from '../fields/field.ts'
import { FIELD_CONTROLS } from '../fields/registry.ts'
import { fieldId } from './context.ts'
import type { FormContext } from './context.ts'

/** Draws one field into its own box and keeps it drawn. A key redraws this box and no other. Returns its disposal. */
export function mountField(box: HTMLElement, state: FieldState, context: FormContext): () => void {
  const { form, places } = context
  const { definition, pointer } = state
  const control = FIELD_CONTROLS[definition.field]()
  const redraws = signal(0)
  const onInput = (raw: string | boolean): void => {
    if (!state.locked.peek()) form.setValue(pointer, typeof raw === 'boolean' ? raw || undefined : parseInput(definition.field, raw))
  }
  const onLeave = (): void => { form.touch(pointer) }
  const redraw = (): void => { redraws.value += 1 }
  return effect(() => {
    void redraws.value
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
      options: optionsOf(context, definition.optionSet), places, words, onInput, onLeave, redraw,
      ...(definition.autocomplete && { autocomplete: definition.autocomplete }),
      ...(definition.inputMode && { inputMode: definition.inputMode }),
      ...(definition.widthChars && { widthChars: definition.widthChars }),
      ...(typeof provinceCode === 'string' && provinceCode && { provinceCode }),
    }
    render(control.render(props), box)
  })
}

/** Options of a set in the present language. */
export function optionsOf(context: FormContext, set: string | undefined): FieldOption[] {
  const language = context.words.value.language
  return set === undefined ? [] : (context.form.definition.optionSets[set] ?? []).map(({ value, label }) => ({ value, label: label[language] }))
}

/** `/rows/-/province` seen from `/rows/r2/commune` is `/rows/r2/province`. */
export function siblingPointer(own: string, relative: string): string {
  const keys = own.split('/')
  return relative.split('/').map((part, index) => (part === '-' ? keys[index] ?? part : part)).join('/')
}
