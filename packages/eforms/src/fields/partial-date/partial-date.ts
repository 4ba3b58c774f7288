import { DateControl } from '../date/date.ts'
/** A date of which only the year, or month and year, may be known. */
export const createPartialDate = () => new DateControl({ partial: true })
