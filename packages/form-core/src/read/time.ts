/** `7:30`, `7.30`, `0730`; `7h`, `7h5`, `07 giờ 30 phút`, `7 giờ rưỡi`; any of them with the part of the day. */
const TIME = /^(?:(\d\d?)\s*[:.]\s*(\d\d)|(\d\d)(\d\d)|(\d\d?)\s*(?:h|g|giờ)\s*(?:(\d\d?)\s*(?:p|phút)?|(rưỡi))?)\s*(sáng|trưa|chiều|tối|đêm|am|pm)?$/

/**
 * Time of day as `HH:mm` from the ways people write it; any other text comes back as it was typed. A bare number, an hour
 * that the part of the day does not have ("15 giờ sáng") and 24:00 are not guessed at.
 *
 * @example
 * readTime('7h30')        // '07:30'
 * readTime('2 giờ chiều') // '14:00'
 */
export function readTime(text: string): string {
  const [whole, ...found] = TIME.exec(text.normalize('NFC').trim().toLowerCase()) ?? []
  if (whole === undefined) return text
  const hour = hourOf(Number(found[0] ?? found[2] ?? found[4]), found[7])
  const minute = found[6] ? 30 : Number(found[1] ?? found[3] ?? found[5] ?? 0)
  return hour === undefined || hour > 23 || minute > 59 ? text : `${pad(hour)}:${pad(minute)}`
}

/** Hour of 24 by the part of the day named beside it; `undefined` where the two do not go together. */
function hourOf(hour: number, part: string | undefined): number | undefined {
  const afternoon = hour < 12 ? hour + 12 : hour
  switch (part) {
    case 'sáng': return hour < 12 ? hour : undefined
    case 'am': return hour < 13 ? hour % 12 : undefined
    case 'trưa': return hour < 3 ? afternoon : hour > 9 && hour < 15 ? hour : undefined
    case 'chiều': return afternoon > 12 && afternoon < 19 ? afternoon : undefined
    case 'tối': return afternoon > 16 ? afternoon : undefined
    case 'pm': return hour > 0 ? afternoon : undefined
    case 'đêm': return hour === 12 ? 0 : hour > 6 ? afternoon : hour
    default: return hour
  }
}

function pad(part: number): string {
  return String(part).padStart(2, '0')
}
