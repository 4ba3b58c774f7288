import type { FreeTime } from '@motcua/portal-client/appointments'
import type { UiKey } from '../../locales/strings.ts'
import type { Failure } from '../../services/failure.ts'

/** What has happened; `quote` are words of the gateway's own. */
export interface BookingMessage { key: UiKey; tone: '' | 'warn' | 'bad-notice'; values?: Record<string, string>; quote?: string }

export interface RefusedBooking {
  message: BookingMessage
  /** What was wished for is no longer to be had: the times are looked at again, from the one that is free. */
  reload?: { next: FreeTime | undefined }
  /** An answer was lost: what was asked for may have been done. */
  isUnsure?: true
}

/** What to say and do when a booking, a move or a cancellation was not answered with yes. */
export function refusedBooking(failure: Failure, wish: FreeTime | undefined): RefusedBooking {
  const tone = 'bad-notice'
  if (failure.kind === 'session') return { message: { key: 'bookSessionOver', tone } }
  if (failure.kind !== 'problem') return { message: { key: 'bookOffline', tone }, isUnsure: true }
  const { name, problem } = failure
  const values = { time: wish?.time ?? '', day: wish?.date ?? '' }
  switch (name) {
    case 'slot-closed': return { message: { key: 'bookClosed', tone, values }, reload: { next: undefined } }
    case 'slot-taken': {
      const next = freeTimeOf(problem['nextFree'])
      return { message: { key: next ? 'bookTaken' : 'bookTakenNone', tone, values }, reload: { next } }
    }
    case 'too-many-appointments': return { message: { key: 'bookTooMany', tone, values: { limit: String(problem['limit']) } } }
    default: return { message: { key: 'bookRefused', tone, quote: problem.title } }
  }
}

function freeTimeOf(value: unknown): FreeTime | undefined {
  return typeof value === 'object' && value !== null && 'date' in value && 'time' in value && typeof value.date === 'string' && typeof value.time === 'string' ? { date: value.date, time: value.time } : undefined
}
