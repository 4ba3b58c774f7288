import type { FeedbackClock } from '@motcua/schemas/reference'
import { computeDue, type DeadlinePolicy } from '@motcua/dossier/deadline'

/** Until when the agency must act; `null` where the calendar knows no day that far ahead, nothing is guessed. */
export interface FeedbackDates { refuseBy: Date | null; askBy: Date | null; handleBy: Date | null }

/** The dates of a feedback that came in at an instant. */
export function feedbackDates(receivedAt: Date, clock: FeedbackClock, calendar: DeadlinePolicy['calendar']): FeedbackDates {
  return { refuseBy: dueAfter(receivedAt, clock.refuse, calendar), askBy: dueAfter(receivedAt, clock.askForMore, calendar), handleBy: dueAfter(receivedAt, clock.handle, calendar) }
}

/** The end of the last of so many working days after an instant. */
export function dueAfter(at: Date, workingDays: number, calendar: DeadlinePolicy['calendar']): Date | null {
  const { dueAt } = computeDue({ value: workingDays, unit: 'workingDay' }, at.toISOString(), calendar)
  return dueAt === null ? null : new Date(dueAt)
}
