import { afterEach, beforeAll, expect, vi } from 'vitest'
import { mountForm } from '../form/mount-form.ts'
import type { MountedForm, MountFormOptions } from '../form/mount-form.ts'
import { expectAccessible } from './harness.ts'
import { rowsDefinition } from './rows-definition.ts'
import { violations } from './strict-policy.ts'

/** Answers with one row for each name. */
export const people = (...names: string[]) => ({ people: names.map((fullName) => ({ fullName })) })

/** The form of `rowsDefinition` on the page. */
export function mountRows(options: MountFormOptions = {}, limits: Parameters<typeof rowsDefinition>[0] = {}): MountedForm {
  return mountForm(document.body.appendChild(document.createElement('main')), rowsDefinition(limits), options)
}

/** What a screen reader was told last of the rows as such. */
export const rowStatus = ({ root }: MountedForm) => root.querySelector('.group > [role=status]')?.textContent
export const accessible = () => expectAccessible(document.body)

/** Call it once in a file of tests: rows are drawn at once, and every test leaves an empty page and broke no policy. */
export function testRows(): void {
  // What draws repeating groups comes once, in a chunk of its own.
  beforeAll(async () => {
    const { root } = mountRows()
    await vi.waitFor(() => { expect(root.getElementById('f-people')).not.toBeNull() })
    document.body.replaceChildren()
  })

  afterEach(() => {
    document.body.replaceChildren()
    expect(violations).toEqual([])
  })
}
