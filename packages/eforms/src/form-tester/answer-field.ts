import type { FieldKind } from '@motcua/schemas/definition'
import type { JsonValue } from '@motcua/core/json'
import { splitDate } from '../fields/date/date.ts'
import type { FieldOption } from '../fields/field.ts'
import type { Words } from '../locales/strings.ts'
import type { Commune, PlaceDirectory } from '../places/place-directory.ts'
import type { FormPage, GroupName, Target } from './form-page.ts'

/** What answering one field needs. */
export interface Answering {
  page: FormPage
  words: Words
  places: PlaceDirectory
  /** Name of the control, with or without the mark of an optional one. */
  name: RegExp
  within: readonly GroupName[]
  index: number
  options: readonly FieldOption[]
  value: JsonValue | undefined
}

/** Answers by kind as a person does. Gives the reason when it cannot be done. */
type Answer = (a: Answering) => Promise<string | undefined>

const typed: Answer = async ({ page, value, ...at }) => { await page.type(target('textbox', at), value === undefined ? '' : String(value)); return undefined }

const date: Answer = async ({ page, words, value, name, within, index }) => {
  const parts = splitDate(value)
  for (const part of ['day', 'month', 'year'] as const) await page.type({ role: 'textbox', name: words(part), within: [...within, { name, index }] }, parts[part])
  return undefined
}

const chosen: Answer = async ({ page, value, options, ...at }) => {
  const option = options.find((o) => o.value === value)
  if (value !== undefined && !option) return `no option has the value ${JSON.stringify(value)}`
  await page.select(target('combobox', at), option?.label ?? '')
  return undefined
}

const radio: Answer = async ({ page, value, options, name, within, index }) => {
  // Left as it is: what nobody chose is not an answer, and what is chosen all the same shows on the check page.
  if (value === undefined) return undefined
  const option = options.find((o) => o.value === value)
  if (!option) return `no option has the value ${JSON.stringify(value)}`
  await page.click({ role: 'radio', name: option.label, within: [...within, { name, index }] })
  return undefined
}

const checkbox: Answer = async ({ page, value, ...at }) => {
  if (value === true) await page.click(target('checkbox', at))
  return undefined
}

const yesNo: Answer = ({ words, value, ...a }) => radio({
  ...a, words, value: value === undefined ? undefined : String(value), options: [{ value: 'true', label: words('yes') }, { value: 'false', label: words('no') }],
})

const several: Answer = async ({ page, value, options, name, within, index }) => {
  for (const one of Array.isArray(value) ? value : []) {
    const option = options.find((o) => o.value === one)
    if (!option) return `no option has the value ${JSON.stringify(one)}`
    await page.click({ role: 'checkbox', name: option.label, within: [...within, { name, index }] })
  }
  return undefined
}

const searched: Answer = async ({ page, value, options, ...at }) => {
  const option = options.find((o) => o.value === value)
  if (value !== undefined && !option) return `no option has the value ${JSON.stringify(value)}`
  await page.type(target('combobox', at), option?.label ?? '')
  if (option) await page.click({ role: 'option', name: option.label })
  return undefined
}

const commune: Answer = async ({ page, places, value, ...at }) => {
  const box = target('combobox', at)
  const found: Commune | undefined = typeof value === 'string' ? places.commune(value) : undefined
  if (value !== undefined && !found) return `no commune has the code ${JSON.stringify(value)}`
  await page.type(box, found ? `${found.kind} ${found.name}` : '')
  if (found) await page.click({ role: 'option', name: `${found.kind} ${found.name}, ${found.provinceName}` })
  return undefined
}

/** The registry of the tester; complete by type like that of the fields. */
export const ANSWERS: Readonly<Record<FieldKind, Answer>> = {
  text: typed, 'long-text': typed, 'person-name': typed, 'personal-id': typed, phone: typed, email: typed, integer: typed,
  number: typed, money: typed, time: typed,
  date, 'partial-date': date, select: chosen, province: chosen, radio, 'yes-no': yesNo, checkbox, consent: checkbox, checkboxes: several, commune, 'search-select': searched,
  'read-only': async () => 'what is only shown cannot be answered',
}

const ROLES: Readonly<Partial<Record<FieldKind, string>>> = {
  date: 'group', 'partial-date': 'group', radio: 'group', 'yes-no': 'group', checkboxes: 'group',
  select: 'combobox', province: 'combobox', commune: 'combobox', 'search-select': 'combobox', checkbox: 'checkbox', consent: 'checkbox', 'read-only': 'status',
}

/** What a field of this kind is to whoever looks for it. */
export function roleOf(kind: FieldKind): string { return ROLES[kind] ?? 'textbox' }

function target(role: string, { name, within, index }: Pick<Answering, 'name' | 'within' | 'index'>): Target { return { role, name, within, index } }
