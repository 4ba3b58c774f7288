import { createWorkingCalendar } from '@motcua/core/calendar'
import type { WorkingCalendar } from '@motcua/core/calendar'
import { workingCalendarData } from '@motcua/schemas/reference'

/** The working calendar as it has been announced; of later days it says that it does not know. */
export function workingCalendar(): WorkingCalendar { return createWorkingCalendar(workingCalendarData()) }
