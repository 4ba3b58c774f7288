/** Zero-width and direction marks, soft hyphen, byte order mark: invisible, and they make equal words differ. */
const INVISIBLE = /[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g
/** Control characters except tab and line breaks. */
// oxlint-disable-next-line no-control-regex -- they are what is removed
const CONTROL = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F]/g

export interface NormaliseTextOptions {
  /** Keeps line breaks (as `\n`) for long texts. @default false */
  multiline?: boolean
}

/**
 * Brings text to the form the kit validates, compares and signs: Unicode NFC, invisible characters removed, every kind of
 * space (NBSP too) a plain one, runs collapsed, ends trimmed. Idempotent. Do not call it on a field while an input method composes.
 *
 * @example
 * normaliseText(' Ngo\u0302\u00A0 Thị\u200B ') // 'Ngô Thị'
 */
export function normaliseText(text: string, options: NormaliseTextOptions = {}): string {
  const visible = text.replace(INVISIBLE, '').replace(CONTROL, '').normalize('NFC')
  if (options.multiline !== true) return visible.replace(/\s+/gu, ' ').trim()
  return visible.replace(/\r\n?|[\u2028\u2029]/gu, '\n').replace(/[^\S\n]+/gu, ' ').replace(/ ?\n ?/gu, '\n').trim()
}

/**
 * Brings a person's name to its normal form: {@link normaliseText}, one apostrophe, one hyphen, and Đ (U+0110) for the look-alike
 * Eth (U+00D0). Letters are otherwise kept as the certificate has them.
 *
 * @example
 * normalisePersonName('H’Rim  Ksor') // "H'Rim Ksor"
 */
export function normalisePersonName(name: string): string {
  return normaliseText(name)
    .replace(/[\u2018\u2019\u02BC`\u00B4]/gu, "'")
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replaceAll('\u00D0', '\u0110')
    .replaceAll('\u00F0', '\u0111')
}

/**
 * Folds text for searching: without marks, đ as d, lower case, spaces normalised. Two spellings of one word (`Hòa`, `Hoà`) fold alike.
 *
 * @example
 * foldForSearch('Đặng Thị Hòa') // 'dang thi hoa'
 */
export function foldForSearch(text: string): string {
  return normaliseText(text.normalize('NFD').replace(/\p{Mn}/gu, '')).replace(/[đĐ]/gu, 'd').toLowerCase()
}
