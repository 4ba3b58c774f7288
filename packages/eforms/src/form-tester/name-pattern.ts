import type { Words } from '../locales/strings.ts'

/** A name that begins so. */
export function startsWith(text: string): RegExp { return new RegExp(`^${escaped(text)}`, 'u') }

/** The question, with or without the mark of an optional one. */
export function questionName(label: string, optionalMark: string): RegExp { return new RegExp(`^${escaped(label)}\\s*(?:${escaped(optionalMark)})?$`, 'u') }

/** A row by its number, whatever was typed in it. */
export function rowGroup(words: Words, number: number): RegExp { return new RegExp(`^(?:${escaped(words('rowLegend', { number }))}|${escaped(words('rowLegendNamed', { number, name: '\u0000' })).replace('\u0000', '.*')})$`, 'u') }

function escaped(text: string): string { return text.trim().replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(/\s+/g, '\\s+') }
