import { addDays, todayInVietnam } from '@motcua/core/dates'
import type { Services } from '../services.ts'

/** Deletes appointments whose day is long past, with the counters of those days; who never came is marked so on the day after. */
export async function tidyAppointments({ db, clock, limits }: Pick<Services, 'db' | 'clock'> & { limits: Pick<Services['limits'], 'appointmentDays'> }): Promise<void> {
  const today = todayInVietnam(clock())
  const before = addDays(today, -limits.appointmentDays)
  await db.updateTable('appointments').set({ state: 'no-show', ended_at: clock() }).where('state', '=', 'booked').where('day', '<', today).execute()
  await db.deleteFrom('appointments').where('day', '<', before).execute()
  await db.deleteFrom('counters').where('day', '<', before)
    .where((eb) => eb.or(['queue:%', 'ticket-h:%', 'ticket-v:%'].map((pattern) => eb('scope', 'like', pattern)))).execute()
}
