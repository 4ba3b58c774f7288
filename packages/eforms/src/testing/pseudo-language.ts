import type { FormDefinition, LocaleBundle } from '@motcua/schemas/definition'
import type { LanguagePack } from '../locales/added-words.ts'
import type { UiStrings } from '../locales/strings.ts'
import { viAfter } from '../locales/vi-after.ts'
import { viAlone } from '../locales/vi-alone.ts'
import { viFields } from '../locales/vi-fields.ts'
import { viFlow } from '../locales/vi-flow.ts'
import { viHandOff } from '../locales/vi-hand-off.ts'
import { viManyRows } from '../locales/vi-many-rows.ts'
import { viOrigins } from '../locales/vi-origins.ts'
import { viPrefill } from '../locales/vi-prefill.ts'
import { viRefusal } from '../locales/vi-refusal.ts'
import { viRows } from '../locales/vi-rows.ts'
import { viSearch } from '../locales/vi-search.ts'
import { viShared } from '../locales/vi-shared.ts'
import { viUploads } from '../locales/vi-uploads.ts'

/** A tag written from right to left that nobody speaks. */
export const PSEUDO = 'ar-x-pseudo'

/** The Vietnamese between marks and half as long again: what stands on the page without marks was never given to a translator. */
export function pseudo(text: string): string {
  return `⟦${text}${' dàihơn'.repeat(Math.ceil(text.length / 14))}⟧`
}

const SENTENCES = ['required', 'enum', 'const', 'type', 'format', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum', 'other']

/** Every word of the elements and of one form, in the language that nobody speaks. */
export function pseudoPack(definition: FormDefinition): LanguagePack {
  const { vi } = definition.locales
  const over = <T extends object>(words: Readonly<Record<string, T>>): Record<string, T> => Object.fromEntries(Object.entries(words).map(([key, value]) => [key, marked(value)]))
  const form: LocaleBundle = { pages: over(vi.pages), groups: over(vi.groups), fields: over(vi.fields), rules: marked(vi.rules) }
  return {
    strings: marked({ ...viFields, ...viFlow, ...viHandOff, ...viUploads, ...viAfter, ...viAlone, ...viManyRows, ...viOrigins, ...viPrefill, ...viRefusal, ...viRows, ...viSearch, ...viShared } as UiStrings),
    sentences: Object.fromEntries(SENTENCES.map((code) => [code, pseudo(`{label}: ${code}`)])),
    texts: Object.fromEntries([...textsOf(definition.procedure), ...textsOf(definition.optionSets)].map((text) => [text, pseudo(text)])),
    forms: { [definition.procedure.slug]: form },
  }
}

function marked<T extends object>(words: T): T {
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, typeof value === 'string' ? pseudo(value) : typeof value === 'object' && value !== null ? marked(value) : value])) as T
}

/** The Vietnamese of every text that people read. */
function* textsOf(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return
  if ('vi' in value && 'en' in value && typeof value.vi === 'string') yield value.vi
  else for (const child of Object.values(value)) yield* textsOf(child)
}
