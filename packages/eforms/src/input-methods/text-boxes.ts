import { expect } from 'vitest'
import { mountForm } from '../form/mount-form.ts'
import type { MountedForm } from '../form/mount-form.ts'
import { FIXTURE_PLACES } from '../testing/definition.ts'
import { typingDefinition } from './text-fields.ts'

/** Every question of the fixture on one page, with one of each further kind that has a text box. */
export async function mountFixture(): Promise<MountedForm> {
  const host = document.body.appendChild(document.createElement('div'))
  const mounted = mountForm(host, typingDefinition(), { loadPlaces: async () => FIXTURE_PLACES })
  // Until the controls that have chunks of their own have come.
  await expect.poll(() => mounted.root.querySelectorAll('input:disabled').length).toBe(0)
  return mounted
}
