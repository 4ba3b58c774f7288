import type { FieldIssue, Form } from '@motcua/form-core'
import { fieldId } from '../form-view/context.ts'
import type { FlowError } from './flow-types.ts'

export interface IssueErrorsOptions {
  /** Where an issue without a page is shown. */
  step: string
  /** Page that is drawn on that step. */
  closing: string | undefined
  /** Step that a page is on. */
  stepOf(page: string): string
}

/** Errors among the form's issues, each with the step and the element that mends it. Warnings stop nobody. */
export function issueErrors(issues: readonly FieldIssue[], { step, closing, stepOf }: IssueErrorsOptions): FlowError[] {
  return issues.filter((issue) => issue.severity === 'error')
    .map((issue) => ({ id: fieldId(issue.pointer), text: issue, step: issue.page === undefined || issue.page === closing ? step : stepOf(issue.page) }))
}

/** Number of the row that a question is in, from 1; `undefined` outside rows. */
export function rowNumber(form: Form, pointer: string): number | undefined {
  const inPayload = form.payloadPointer(pointer)
  const [, index] = (inPayload === pointer ? undefined : /\/(\d+)(?:\/|$)/.exec(inPayload ?? '')) ?? []
  return index === undefined ? undefined : Number(index) + 1
}
