import { PortalInvalidAnswersError, PortalProblemError, PortalSessionExpiredError, PortalTimeoutError, PortalUnreachableError } from '@motcua/portal-client'
import type { ProblemDetails } from '@motcua/core/problem'
import { describe, expect, it } from 'vitest'
import { failureOf } from './failure.ts'

const problem = (status: number, name: string): ProblemDetails => ({ type: `urn:motcua:problem:${name}`, title: 'Chưa nhận', status, correlationId: 'c-1' })

describe('failureOf', () => {
  it.each([
    [new PortalUnreachableError('x', { correlationId: 'c-2' }), { kind: 'offline', supportCode: 'c-2' }],
    [new PortalTimeoutError('x'), { kind: 'offline' }],
    [new TypeError('network'), { kind: 'offline' }],
    [new PortalProblemError(problem(503, 'overloaded')), { kind: 'offline' }],
    [new PortalSessionExpiredError('x'), { kind: 'session' }],
    [new PortalProblemError(problem(401, 'session-expired')), { kind: 'session' }],
    [new DOMException('x', 'AbortError'), { kind: 'aborted' }],
    [new PortalProblemError(problem(409, 'definition-changed')), { kind: 'problem', name: 'definition-changed', supportCode: 'c-1' }],
  ])('sorts %s by what the page does next', (error, expected) => { expect(failureOf(error)).toMatchObject(expected) })

  it('hands on the issues the gateway found', () => {
    const issue = { pointer: '/count', code: 'maximum', params: { limit: 20 }, source: 'server', severity: 'error', clears: 'edit' } as const
    expect(failureOf(new PortalInvalidAnswersError(problem(422, 'invalid-answers'), [issue]))).toMatchObject({ kind: 'problem', name: 'invalid-answers', issues: [issue] })
  })

  it('reads field errors out of the problem when nobody has yet', () => {
    const failure = failureOf({ problem: { ...problem(422, 'invalid-answers'), errors: [{ pointer: '/count', code: 'maximum' }] } })
    expect(failure).toMatchObject({ kind: 'problem', issues: [{ pointer: '/count', code: 'maximum', source: 'server' }] })
  })
})
