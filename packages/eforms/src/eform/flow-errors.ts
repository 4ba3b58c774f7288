import type { FieldIssue, Form } from '@motcua/form-core'
import { fieldId } from '../form-view/context.ts'
import type { EformFlow } from './flow.ts'
import type { FlowError } from './flow-types.ts'
import { closingPage, stepOf } from './steps.ts'

/** Errors among the form's issues, each with the step and the element that mends it; on `step` what has no page of its own. Warnings stop nobody. */
export function issueErrors(flow: EformFlow, issues: readonly FieldIssue[], step: string): FlowError[] {
  const closing = closingPage(flow)?.id
  return issues.filter((issue) => issue.severity === 'error')
    .map((issue) => ({ id: fieldId(issue.pointer), text: issue, step: issue.page === undefined || issue.page === closing ? step : stepOf(flow, issue.page) }))
}

/** Number of the row that a question is in, from 1; `undefined` outside rows. */
export function rowNumber(form: Form, pointer: string): number | undefined {
  const inPayload = form.payloadPointer(pointer)
  const [, index] = (inPayload === pointer ? undefined : /\/(\d+)(?:\/|$)/.exec(inPayload ?? '')) ?? []
  return index === undefined ? undefined : Number(index) + 1
}
