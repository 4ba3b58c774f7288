import type { FieldKind } from '@motcua/schemas/definition'
import { FIELD_KINDS } from '@motcua/schemas/definition'
import { afterEach, expect } from 'vitest'
import { mountForm } from '../form/mount-form.ts'
import type { MountedForm, MountFormOptions } from '../form/mount-form.ts'
import { FIXTURE_PLACES } from './definition.ts'
import { formOf } from './every-kind.ts'
import { violations } from './strict-policy.ts'

/** A form of the page that asks a question of each of these kinds; without them, of all. */
export async function mountKinds(kinds: readonly FieldKind[] = FIELD_KINDS, options: MountFormOptions = {}): Promise<MountedForm> {
  const box = document.createElement('div')
  document.body.append(box)
  const mounted = mountForm(box, formOf(kinds), { loadPlaces: async () => FIXTURE_PLACES, ...options })
  // Until the controls of their own chunks have come.
  await expect.poll(() => mounted.root.querySelector('input:disabled')).toBeNull()
  return mounted
}

/** What is said to be wrong with a question, without the word before it; empty for nothing. */
export const errorOf = ({ root }: MountedForm, kind: FieldKind): string => root.querySelector(`#f-${kind}-error`)?.textContent?.replace(/^(Lỗi|Error): /, '') ?? ''
/** What stands in the box of a question. */
export const valueIn = ({ root }: MountedForm, kind: FieldKind): string => root.querySelector<HTMLInputElement>(`#f-${kind}`)?.value ?? ''
export const answerOf = ({ form }: MountedForm, kind: FieldKind): unknown => form.field(`/${kind}`).value.value

/** Call it once in a file of tests: every test leaves an empty page and broke no policy. */
export function testFields(): void {
  afterEach(() => {
    document.body.replaceChildren()
    expect(violations).toEqual([])
  })
}
