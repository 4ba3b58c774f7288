/** What goes into a calendar; all of it is text that a person reads, but for the instants. */
export interface CalendarEntry {
  /** Unique for good: the same again replaces the entry in most calendars. */
  id: string
  title: string
  description: string
  place: string
  /** ISO 8601 with offset. */
  startsAt: string
  endsAt: string
  /** When this file was written. */
  now: Date
}

/** A line may have 75 octets, not counting its end (RFC 5545, 3.1). */
const MOST_OCTETS = 75

/**
 * An iCalendar file (RFC 5545) with one event. Instants are UTC, so that it needs no time zone of its own.
 *
 * @example
 * saveFile(new TextEncoder().encode(calendarFile(entry)), 'lich-hen.ics', 'text/calendar')
 */
export function calendarFile({ id, title, description, place, startsAt, endsAt, now }: CalendarEntry): string {
  return [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Mot Cua Kit//Appointments//VI', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escapeText(id)}`, `DTSTAMP:${utc(now)}`, `DTSTART:${utc(new Date(startsAt))}`, `DTEND:${utc(new Date(endsAt))}`,
    `SUMMARY:${escapeText(title)}`, `DESCRIPTION:${escapeText(description)}`, `LOCATION:${escapeText(place)}`,
    'END:VEVENT', 'END:VCALENDAR',
  ].map((line) => `${foldLine(line)}\r\n`).join('')
}

/** Text as a value (RFC 5545, 3.3.11): backslash, semicolon and comma are escaped, a line break is `\n`; other control characters may not stand there. */
export function escapeText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n]/gu, '').replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n')
}

/** Breaks a line so that no piece has more than 75 octets of UTF-8 and no character is torn; each further piece begins with a space. */
export function foldLine(line: string): string {
  const encoder = new TextEncoder()
  const pieces: string[] = []
  let piece = ''
  let octets = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (octets + size > MOST_OCTETS) {
      pieces.push(piece)
      piece = ' '
      octets = 1
    }
    piece += character
    octets += size
  }
  return [...pieces, piece].join('\r\n')
}

/** `20261125T010000Z`. */
function utc(instant: Date): string { return instant.toISOString().replace(/[-:]|\.\d{3}/g, '') }
