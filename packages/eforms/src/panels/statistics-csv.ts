import type { Statistics } from '@motcua/portal-client/statistics'

/** Columns of the file: machine names, so that a script reads it in any language of the page. */
const COLUMNS = ['month', 'kind', 'name', 'value', 'numerator', 'denominator', 'percent', 'state', 'origin', 'source', 'measuredAt']

/**
 * All months of the page as CSV (RFC 4180, UTF-8 with a byte order mark, which spreadsheets need for Vietnamese). Numbers have
 * a decimal point; what is withheld or not measured has a state and no number.
 */
export function statisticsCsv({ months }: Statistics): string {
  const lines: Array<ReadonlyArray<string | number | null | undefined>> = [COLUMNS]
  for (const { month, origin, source, measuredAt, counts, shares, ratings } of months) {
    const of = [origin, source?.vi, measuredAt]
    for (const [name, { value, state }] of Object.entries(counts)) lines.push([month, 'count', name, value, '', '', '', state, ...of])
    for (const [name, { numerator, denominator, percent, state }] of Object.entries(shares)) lines.push([month, 'share', name, '', numerator, denominator, percent, state, ...of])
    for (const { level, value, state } of ratings) lines.push([month, 'rating', level, value, '', '', '', state, ...of])
  }
  return `\uFEFF${lines.map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`
}

/** A spreadsheet would run text that begins like a formula. */
function cell(value: string | number | null | undefined): string {
  if (typeof value === 'number') return String(value)
  const text = value ?? ''
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
