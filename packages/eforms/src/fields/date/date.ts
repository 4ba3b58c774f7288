import { html } from 'lit/html.js'
import type { TemplateResult } from 'lit/html.js'
import type { JsonValue } from '@motcua/core/json'
import { attributes } from '../../dom/attributes.ts'
import { groupFrame, lockedFrame } from '../field.ts'
import type { FieldControl, FieldProps } from '../field.ts'
import { valueOf } from '../text-control.ts'

const PARTS = ['day', 'month', 'year'] as const
type Part = (typeof PARTS)[number]
export type DateParts = Record<Part, string>

/**
 * Day, month and year in three boxes, in the Vietnamese order. Gives `YYYY-MM-DD`; while it is not a date yet, what
 * was typed with its gaps (`2020--3`), which no date format accepts, so nothing typed is lost or silently mended.
 * With `partial`, a year or a month and year are enough (`1958`, `1958-03`).
 */
export class DateControl implements FieldControl {
  #parts: DateParts = { day: '', month: '', year: '' }
  #last: JsonValue | undefined
  #typing = false
  readonly #partial: boolean

  constructor({ partial = false } = {}) { this.#partial = partial }

  render(props: FieldProps): TemplateResult {
    if (!this.#typing && !Object.is(props.value, this.#last) && joinDate(this.#parts, this.#partial) !== (props.value ?? '')) {
      this.#parts = splitDate(props.value)
    }
    this.#last = props.value
    if (props.locked) return lockedFrame(props, formatDate(props.value))
    const birthday = props.autocomplete?.startsWith('bday') ?? false
    return groupFrame(props, html`<div class="date" @focusout=${(e: FocusEvent) => leftGroup(e) && props.onLeave()}>${PARTS.map((part) => this.#box(props, part, birthday))}</div>`)
  }

  #box(props: FieldProps, part: Part, birthday: boolean): TemplateResult {
    const id = `${props.id}-${part}`
    return html`<label class="part">${props.words(part)}<input part="control" inputmode="numeric" ${attributes({
      id, name: id, class: part === 'year' ? 'w-4' : 'w-2', maxlength: part === 'year' ? 4 : 2, autocomplete: birthday ? `bday-${part}` : 'off',
      'aria-required': props.required && (part === 'year' || !this.#partial) ? 'true' : undefined, 'aria-invalid': props.error ? 'true' : undefined, disabled: props.disabled,
      // Not every screen reader says what describes the group.
      'aria-describedby': part === 'day' && props.error ? `${props.id}-error` : undefined,
    }, this.#parts[part])} @input=${(e: Event) => this.#typed(e, part, props)}></label>`
  }

  #typed(event: Event, part: Part, props: FieldProps): void {
    this.#parts = { ...this.#parts, [part]: valueOf(event) }
    this.#typing = true
    try { props.onInput(joinDate(this.#parts, this.#partial)) } finally { this.#typing = false }
  }
}

/** Three boxes to one text. Only whole figures are padded, so that what is typed comes back as it was. */
export function joinDate(parts: DateParts, partial: boolean): string {
  const [day = '', month = '', year = ''] = PARTS.map((part) => parts[part].trim())
  if (!day && !month && !year) return ''
  if (partial && !day) return month ? `${year}-${pad(month)}` : year
  return `${year}-${pad(month)}-${pad(day)}`
}

export function splitDate(value: JsonValue | undefined): DateParts {
  const [year = '', month = '', day = ''] = typeof value === 'string' ? value.split('-') : []
  return { day: bare(day), month: bare(month), year }
}

/** "21/11/2026", "11/2026", "2026". */
export function formatDate(value: JsonValue | undefined): string {
  if (typeof value !== 'string') return ''
  return value.split('-').reverse().filter((part) => part !== '').join('/')
}

/** True when focus leaves the element the listener is on. */
export function leftGroup(event: FocusEvent): boolean {
  const { currentTarget, relatedTarget } = event
  return currentTarget instanceof Node && !(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))
}

function pad(text: string): string { return /^\d$/.test(text) ? `0${text}` : text }
function bare(text: string): string { return /^0\d$/.test(text) ? text.slice(1) : text }

/** A whole date. */
export const createDate = () => new DateControl()
