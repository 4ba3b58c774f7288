import { createForm, localePointer } from '@motcua/form-core'
import type { FieldIssue, Form, Prefill } from '@motcua/form-core'
import { isSdkError } from '@motcua/core/errors'
import type { JsonObject } from '@motcua/core/json'
import { computed, signal } from '@preact/signals-core'
import type { ReadonlySignal } from '@preact/signals-core'
import type { Ending, FormDefinition } from '@motcua/schemas/definition'
import type { FormContext } from '../form-view/context.ts'
import { expectSeldomViews } from '../seldom/expect-views.ts'
import { labelsOf, messageOf } from '../locales/form-words.ts'
import type { UiKey, Words } from '../locales/strings.ts'
import { PlaceDirectory } from '../places/place-directory.ts'
import type { CommuneInfo } from '../services/contract.ts'
import { failureOf } from '../services/failure.ts'
import type { EformServices, LoadedDefinition } from '../services/services.ts'
import { blockOf } from './block-of.ts'
import { badAttribute } from './blocked-view.ts'
import type { Block } from './blocked-view.ts'
import { endingOf } from './ending.ts'

export interface OpenFormOptions {
  services: EformServices
  procedure: string
  commune: string
  words: ReadonlySignal<Words>
  /** Nothing may stay on the machine. */
  shared?: boolean
  /** Answers to begin with. */
  initial?: JsonObject
  /** What the page knows of the person, asked once the form is there. */
  prefill?: (() => Prefill | readonly Prefill[]) | undefined
  /** Already loaded, perhaps. */
  places?: PlaceDirectory
}

export interface FormOpening extends LoadedDefinition { commune: CommuneInfo; ending: Ending; form: Form; context: FormContext }

/** Fetches definition and commune and makes the form. Says why not, in words for the person who can act on it. */
export async function openForm(options: OpenFormOptions): Promise<FormOpening | Block> {
  const { services, procedure, commune, words } = options
  try {
    const [outcome, place] = await Promise.all([services.loadDefinition(procedure, words.peek().language), services.loadCommune(commune)])
    const block = blockOf(outcome, procedure)
    if (block || outcome.kind !== 'found') return block ?? { reason: 'blockedBroken', retry: true }
    if (!place) return badAttribute('blockedCommune', 'commune', commune)
    const { kind: _, ...loaded } = outcome
    const { definition } = loaded
    expectSeldomViews(definition)
    const learnt = signal(false)
    const context = await contextOf(definition, options, learnt)
    const learn = async (): Promise<void> => { await loaded.learn?.(); learnt.value = true }
    return { ...loaded, learn, commune: place, ending: endingOf(definition.procedure, place, { hasPortal: services.portal !== undefined }), form: context.form, context }
  } catch (error) {
    // The engine says exactly what it would not carry; the person can only report it.
    if (isSdkError(error) && error.code.startsWith('ERR_FORM_')) return { reason: 'blockedBroken', retry: true }
    const failure = failureOf(error)
    return { reason: failure.kind === 'problem' ? 'blockedBroken' : 'blockedOffline', retry: true }
  }
}

/** Builds what the views share. What is shown is said again in other words when those are `learnt`. */
async function contextOf(definition: FormDefinition, options: OpenFormOptions, learnt: ReadonlySignal<boolean>): Promise<FormContext> {
  const { words, services } = options
  const places = options.places ?? new PlaceDirectory(() => services.loadPlaces(), services.loadLegacyPlaces?.bind(services))
  // The days off are a chunk that few forms need.
  const rules = asksForCalendar(definition) ? { calendar: (await import('./working-calendar.ts')).workingCalendar() } : {}
  const form = createForm({ definition, rules, locale: words.peek().language, provinceOf: places.provinceOf, ...(options.initial && { initial: options.initial }), ...(options.prefill && { prefill: options.prefill() }) })
  return {
    form, words, places, shared: options.shared ?? false,
    labels: computed(() => {
      void learnt.value
      return labelsOf(definition, words.value)
    }),
    message: (issue) => serverMessage(issue, words.value, definition) ?? messageOf(issue, definition, words.value),
  }
}

/** Rules, conditions and derived answers may count working days. */
function asksForCalendar({ rules, derivations, pages }: FormDefinition): boolean {
  return /"(workingDaysBetween|onOrNextWorkingDay)":/.test(JSON.stringify([rules, derivations, pages]))
}

/** Words for what only a gateway finds, unless the form has words of its own for this field. */
function serverMessage({ source, code, pointer }: FieldIssue, words: Words, definition: FormDefinition): string | undefined {
  const key = `server:${code}`
  const text = labelsOf(definition, words).fields[localePointer(pointer, definition)]
  if (source !== 'server' || !isKey(words, key) || text?.messages?.[code] !== undefined) return undefined
  return words(key, { label: text?.label ?? pointer })
}

function isKey(words: Words, key: string): key is UiKey { return Object.hasOwn(words.strings, key) }
