import type { FrameProps } from './field.ts'

/** What may be said about a field, in the order it is read; hint and error stand above the control. */
export const NOTES = ['hint', 'error', 'origin', 'warning'] as const
export type Note = (typeof NOTES)[number]

/** Words of a note; empty when there is nothing to say. What cannot be edited says why, not how. */
export function noteOf({ hint, error, warning, origin = '', locked, words }: FrameProps, note: Note): string {
  switch (note) {
    case 'hint': return locked ? origin || words('locked') : hint
    case 'error': return error && words('errorPrefix') + error
    case 'origin': return locked ? '' : origin
    case 'warning': return warning && words('warningPrefix') + warning
  }
}

/** Ids of what is said about the field, in the order it is read. */
export function describedBy(props: FrameProps): string | undefined {
  let ids = ''
  for (const note of NOTES) if (noteOf(props, note)) ids += `${ids && ' '}${props.id}-${note}`
  return ids || undefined
}
