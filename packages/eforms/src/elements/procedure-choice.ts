import { webAddress } from '../dom/web-address.ts'

/** A procedure that a person goes on to. */
export interface ChosenProcedure { slug: string; code: string }

/** Address of the page of one procedure; `{slug}` and `{code}` stand for what it is called. Nothing where there is no such page. */
export function procedureAddress(href: string, { slug, code }: ChosenProcedure): string | undefined {
  return href === '' ? undefined : webAddress(href.replace('{slug}', () => slug).replace('{code}', () => code))
}

/** Tells the page which procedure was chosen; a page that goes on by itself calls `preventDefault()`. */
export function choose(host: HTMLElement, { slug, code }: ChosenProcedure, press: Event): void {
  const event = new CustomEvent<ChosenProcedure>('motcua-procedure-chosen', { detail: { slug, code }, bubbles: true, composed: true, cancelable: true })
  if (!host.dispatchEvent(event)) press.preventDefault()
}
