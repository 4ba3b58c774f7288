import { localeOf } from './formats.ts'

const KIBI = 1024
const MEBI = KIBI * KIBI

/** Size of a file as file managers count it (1 MB = 1024 kB): "1,4 MB" in Vietnamese, "1.4 MB" in English. Rounded up. */
export function formatBytes(bytes: number, tag: string): string { return inUnits(bytes, tag, Math.ceil) }

/** The largest size that is taken, in the same units. Rounded down, so that what is promised is kept: 10485760 is "10 MB". */
export function formatLimit(bytes: number, tag: string): string { return inUnits(bytes, tag, Math.floor) }

function inUnits(bytes: number, tag: string, round: (value: number) => number): string {
  const [value, unit] = bytes >= MEBI ? [round((bytes / MEBI) * 10) / 10, 'MB'] as const : [Math.max(1, round(bytes / KIBI)), 'kB'] as const
  return `${new Intl.NumberFormat(localeOf(tag), { maximumFractionDigits: 1 }).format(value)} ${unit}`
}

/** `application/pdf` → `PDF`. */
export function mediaTypeName(mediaType: string): string {
  return (mediaType.split('/')[1] ?? mediaType).toUpperCase()
}
