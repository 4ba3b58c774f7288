import type { FieldIssue, PageState } from '@motcua/form-core'
import { closingPageOf } from './closing-page.ts'
import type { EformFlow } from './flow.ts'
import { CHECK_STEP, DOCUMENTS_STEP, FORM_STEP, HELPER_STEP, contextOf } from './flow-types.ts'

/** The steps of the form that is open, as it is answered and laid out now: their ids, in their order. */
export function stepsOf(flow: EformFlow): string[] {
  const questions = flow.options.layout?.() === 'one-page' ? [FORM_STEP] : questionPages(flow).map(({ id }) => id)
  return [...(flow.opened?.helper ? [HELPER_STEP] : []), ...questions, DOCUMENTS_STEP, CHECK_STEP]
}

/** Pages that are answered before the papers. */
export function questionPages(flow: EformFlow): PageState[] {
  const closing = closingPage(flow)
  return (flow.opened?.form.pages.value ?? []).filter((page) => page !== closing)
}

/** A last page that only asks for agreement (lời cam đoan) is shown where it makes sense: under the answers it is about. */
export function closingPage({ opened }: EformFlow): PageState | undefined { return opened && closingPageOf(opened.form) }

/** The step that a page is on; a step is its own. */
export function stepOf(flow: EformFlow, page: string): string {
  const steps = stepsOf(flow)
  return steps.includes(page) ? page : steps[0] ?? CHECK_STEP
}

/** The step after it, or before it. */
export function besideStep(flow: EformFlow, step: string, by: 1 | -1): string | undefined {
  const steps = stepsOf(flow)
  return steps[steps.indexOf(step) + by]
}

/** What is wrong with the answers of a step. */
export function validateStep(flow: EformFlow, step: string): FieldIssue[] {
  const form = flow.opened && contextOf(flow.opened, step).form
  return form ? (step === FORM_STEP ? questionPages(flow).map(({ id }) => id) : [step]).flatMap((page) => form.validatePage(page)) : []
}
