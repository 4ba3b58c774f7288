import { expect } from 'vitest'
import type { FormAssociated } from '../field-shell/form-associated.ts'
import { LABEL, loadPlaces } from './field-cases.ts'
import type { FieldCase } from './field-cases.ts'

/** Anything that stands alone; only the fields of places take `loadPlaces`. */
export type MountedField = FormAssociated & { value: string; answer: unknown; loadPlaces?: () => Promise<unknown> }

/** Puts a field into a form of the page, in the language of its attribute `lang`, Vietnamese by default. */
export function mountField(field: Pick<FieldCase, 'tag'> & Partial<FieldCase>, attributes: Record<string, string> = {}): { form: HTMLFormElement; element: MountedField } {
  const { tag, label, choices = [], attributes: limits = {} } = field
  const language = attributes.lang === 'en' ? 'en' : 'vi'
  const form = document.createElement('form')
  form.addEventListener('submit', (event) => { event.preventDefault() })
  const element = document.createElement(tag) as MountedField
  if ('loadPlaces' in element) element.loadPlaces = loadPlaces
  for (const [name, text] of Object.entries({ label: label?.[language] ?? LABEL, name: 'test', lang: 'vi', ...limits, ...attributes })) element.setAttribute(name, text)
  for (const choice of choices) element.append(new Option(choice[language], choice.value))
  form.append(element, Object.assign(document.createElement('button'), { type: 'button', textContent: 'Ra ngoài' }))
  document.body.append(form)
  return { form, element }
}

/** What the form would send. */
export function entriesOf(form: HTMLFormElement): Array<[string, FormDataEntryValue]> { return [...new FormData(form)] }

/** The first control of a field, once it is there. */
export const controlOf = (element: Element) => element.shadowRoot?.querySelector<HTMLInputElement>('input, select, textarea')

/** Waits until the element has drawn what it knows; the questions of a block arrive a little later. */
export async function drawn(element: MountedField): Promise<void> {
  await expect.poll(() => element.shadowRoot?.querySelector('input, select, textarea, output, dl')).not.toBeNull()
  do await element.updateComplete
  while (element.isUpdatePending)
}
