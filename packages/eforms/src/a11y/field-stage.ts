import { effect } from '@preact/signals-core'
import { adoptStyles, render } from 'lit'
import { FIELD_KINDS } from '@motcua/schemas/definition'
import type { FieldKind } from '@motcua/schemas/definition'
import type { FieldOption, FieldProps } from '../fields/field.ts'
import { createControl } from '../fields/registry.ts'
import { loadWords } from '../locales/strings.ts'
import type { Language } from '../locales/strings.ts'
import { viFields } from '../locales/vi-fields.ts'
import { sheet } from '../look/sheet.ts'
import { PlaceDirectory } from '../places/place-directory.ts'
import { readCommunes } from '../places/read-communes.ts'
import { KIND_CASES } from '../testing/all-kind-cases.ts'
import { FIXTURE_PLACES } from '../testing/definition.ts'

/** Every state a field can be in. */
export const FIELD_STATES = ['required', 'optional', 'hint', 'error', 'hint-and-error', 'warning', 'locked', 'disabled', 'filled', 'prefilled'] as const
export type FieldState = (typeof FIELD_STATES)[number]

const SAID = {
  hint: { vi: 'Ghi như trong giấy tờ của bạn.', en: 'As in your papers.' },
  error: { vi: 'Bạn chưa trả lời mục này.', en: 'Answer this question.' },
  warning: { vi: 'Hãy xem lại mục này.', en: 'Look at this again.' },
  origin: { vi: 'Lấy từ hồ sơ trước của bạn.', en: 'From an earlier dossier of yours.' },
} as const

/** All kinds there are. */
export const STAGED_KINDS: FieldKind[] = [...FIELD_KINDS]

/** Name of a field in a state, unique on the page. */
export function stageName(kind: string, state: string): string { return `${kind}_${state}` }

/** Puts a field of every kind in every state on the page, each in a root of its own under a host with {@link stageName} as id. */
export async function stageFields(language: Language, kinds: readonly FieldKind[] = STAGED_KINDS): Promise<HTMLElement[]> {
  const words = await loadWords(language, viFields)
  const places = new PlaceDirectory(async () => FIXTURE_PLACES)
  await places.load(readCommunes)
  const settled: Array<Promise<void>> = []
  const hosts = kinds.flatMap((kind) => FIELD_STATES.map((state) => {
    const host = Object.assign(document.createElement('div'), { id: stageName(kind, state), role: 'region', ariaLabel: stageName(kind, state) })
    const root = host.attachShadow({ mode: 'open' })
    adoptStyles(root, sheet)
    const inner = Object.assign(document.createElement('div'), { className: 'root', lang: language })
    root.append(inner)
    const control = createControl(kind)
    const props: FieldProps = {
      ...propsOf(kind, state, language), words, places, onInput: () => undefined, onLeave: () => undefined,
      redraw: () => { render(control.render(props), inner) },
    }
    effect(props.redraw)
    document.body.append(host)
    // Some controls arrive in a chunk of their own.
    settled.push(waitUntil(() => state === 'disabled' || root.querySelector('input[disabled]:only-of-type:not([part])') === null))
    return host
  }))
  await Promise.all(settled)
  return hosts
}

function propsOf(kind: FieldKind, state: FieldState, language: Language): Omit<FieldProps, 'words' | 'places' | 'onInput' | 'onLeave' | 'redraw'> {
  const { words, options: offered = [], answer } = KIND_CASES[kind]
  const options = offered.map((option): FieldOption => ({ value: option.value, label: option.label[language] }))
  return {
    id: 'field', kind, label: words[language].label, options, required: state !== 'optional', locked: state === 'locked', disabled: state === 'disabled',
    hint: state === 'hint' || state === 'hint-and-error' ? SAID.hint[language] : '',
    error: state === 'error' || state === 'hint-and-error' ? SAID.error[language] : '',
    warning: state === 'warning' ? SAID.warning[language] : '',
    ...(state === 'prefilled' && { origin: SAID.origin[language] }),
    value: state === 'locked' || state === 'filled' || state === 'prefilled' || state === 'warning' ? answer : undefined,
  }
}

async function waitUntil(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => { setTimeout(resolve, 5) })
}
