import type { Words } from '../locales/strings.ts'
import { CHECK_STEP, DOCUMENTS_STEP, FORM_STEP, contextOf } from './flow-types.ts'
import type { Opened } from './flow-types.ts'

/** Title of a step in the present language; `undefined` when the form has no such step. Reads signals. */
export function stepTitle(opened: Opened, step: string, words: Words): string | undefined {
  if (step === DOCUMENTS_STEP) return words('documentsTitle')
  if (step === FORM_STEP) return words.text(opened.definition.procedure.name)
  return step === CHECK_STEP ? words('checkTitle') : contextOf(opened, step).labels.value.pages[step]?.title
}
