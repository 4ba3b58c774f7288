import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isProblem, isSdkError, parseProblem, SdkError } from './errors.ts'

const problem = { type: 'urn:motcua:problem:invalid-answers', title: 'Câu trả lời chưa đúng', status: 422, correlationId: 'c0ffee' }

describe('parseProblem', () => {
  it('reads required members, field errors and extensions', () => {
    const body = { ...problem, detail: 'x', errors: [{ pointer: '/count', code: 'maximum', params: { limit: 99 } }], retryAfterSeconds: 5 }
    expect(parseProblem(body)).toEqual(body)
    expect(isProblem(body)).toBe(true)
  })

  it.each([['no type', { ...problem, type: undefined }], ['a status that is text', { ...problem, status: '422' }], ['a status out of range', { ...problem, status: 42 }], ['a fractional status', { ...problem, status: 422.5 }],
    ['no correlation id', { ...problem, correlationId: 7 }], ['a list', [problem]], ['null', null], ['HTML', '<html>']])('refuses %s', (_name, body) => {
    expect(parseProblem(body)).toBeNull()
    expect(isProblem(body)).toBe(false)
  })

  it('drops malformed optional members instead of the whole problem', () => {
    const parsed = parseProblem({ ...problem, detail: 1, errors: [{ pointer: '/a' }, null, { pointer: '/b', code: 'required', params: { nested: {} } }] })
    expect(parsed).toEqual({ ...problem, errors: [{ pointer: '/b', code: 'required', params: {} }] })
    expect(isProblem({ ...problem, errors: [{ pointer: '/a' }] })).toBe(false)
  })

  it('never throws and always gives a problem or null', () => {
    fc.assert(fc.property(fc.jsonValue(), (body) => {
      const parsed = parseProblem(body)
      if (parsed !== null) expect(isProblem(parsed)).toBe(true)
    }))
  })
})

describe('isSdkError', () => {
  class Mine extends SdkError {
    override readonly code = 'ERR_TEST_MINE'
  }
  it('knows errors of the kit by their code, also those of another copy', () => {
    expect(isSdkError(new Mine('x'))).toBe(true)
    expect(isSdkError(Object.assign(new Error('x'), { code: 'ERR_PORTAL_TIMEOUT' }))).toBe(true)
    expect(isSdkError(new Error('x'))).toBe(false)
    expect(isSdkError({ code: 'ERR_X' })).toBe(false)
  })
})
