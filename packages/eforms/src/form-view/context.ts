import type { Form, FieldIssue } from '@motcua/form-core'
import type { LocaleBundle } from '@motcua/schemas/definition'
import type { ReadonlySignal } from '@preact/signals-core'
import type { Words } from '../locales/strings.ts'
import type { PlaceDirectory } from '../places/place-directory.ts'

/** What the views of one form share. Signals, so that a change of language redraws words and keeps state. */
export interface FormContext {
  form: Form
  words: ReadonlySignal<Words>
  labels: ReadonlySignal<LocaleBundle>
  places: PlaceDirectory
  /** The browser is not to remember what is typed. */
  shared?: boolean
  /** Words of an issue in the present language. */
  message(issue: FieldIssue): string
}

/** DOM id of a field; unique in the root, stable for the life of a row. */
export function fieldId(pointer: string): string { return `f${pointer.replaceAll('/', '-')}` }
