/** A name that begins so. */
export function startsWith(text: string): RegExp { return new RegExp(`^${escaped(text)}`, 'u') }

/** The question, with or without the mark of an optional one. */
export function questionName(label: string, optionalMark: string): RegExp { return new RegExp(`^${escaped(label)}\\s*(?:${escaped(optionalMark)})?$`, 'u') }

function escaped(text: string): string { return text.trim().replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(/\s+/g, '\\s+') }
