import { describe, expect, it } from 'vitest'
import { failureOf } from '../../services/failure.ts'
import { refusedBooking } from './refused-booking.ts'

const WISH = { date: '2026-11-25', time: '08:00' }
const problem = (name: string, more: Record<string, unknown> = {}) => failureOf({ problem: { type: `urn:motcua:problem:${name}`, title: 'Không làm được việc này.', status: 409, correlationId: 'c', ...more } })

describe('a booking that was refused', () => {
  it.each([
    ['taken, with another free', problem('slot-taken', { nextFree: { date: '2026-11-26', time: '09:00' } }), 'bookTaken', { next: { date: '2026-11-26', time: '09:00' } }],
    ['taken, and nothing is free', problem('slot-taken', { nextFree: null }), 'bookTakenNone', { next: undefined }],
    ['taken, with an answer that is none', problem('slot-taken', { nextFree: { date: 5 } }), 'bookTakenNone', { next: undefined }],
    ['closed', problem('slot-closed'), 'bookClosed', { next: undefined }],
    ['one too many', problem('too-many-appointments', { limit: 3 }), 'bookTooMany', undefined],
    ['new to this page', problem('something-new'), 'bookRefused', undefined],
  ])('because it is %s says so and looks again only where that helps', (_why, failure, key, reload) => {
    const refused = refusedBooking(failure, WISH)
    expect(refused.message.key).toBe(key)
    expect(refused.reload).toEqual(reload)
    expect(refused.isUnsure).toBeUndefined()
  })

  it('is uncertain only when no answer came', () => {
    expect(refusedBooking(failureOf(new TypeError('network')), WISH)).toMatchObject({ message: { key: 'bookOffline' }, isUnsure: true })
    expect(refusedBooking(failureOf({ problem: { type: 'x', title: '', status: 401 } }), WISH)).toEqual({ message: { key: 'bookSessionOver', tone: 'bad-notice' } })
  })
})
