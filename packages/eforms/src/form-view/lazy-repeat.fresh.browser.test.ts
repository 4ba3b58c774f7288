import { afterEach, expect, it } from 'vitest'
import { mountForm } from '../form/mount-form.ts'
import type { MountedForm } from '../form/mount-form.ts'
import { rowsDefinition } from '../testing/rows-definition.ts'

function mount(): MountedForm { return mountForm(document.body.appendChild(document.createElement('main')), rowsDefinition(), { initial: { people: [{ fullName: 'An' }] } }) }

afterEach(() => { document.body.replaceChildren() })

it('draws a repeating group when what draws it has come, and the next at once', async () => {
  const gone = mount()
  const first = mount()
  expect(first.root.getElementById('f-people')).toBeNull()
  expect(first.root.querySelector('.fields .muted')?.textContent).toBe('Đang tải biểu mẫu…')
  expect(first.form.project()).toEqual({ people: [{ fullName: 'An' }] })
  gone.dispose()
  await expect.poll(() => first.root.querySelector('.group .group legend')?.textContent).toBe('Mục 1: An')
  expect(first.root.querySelector('.fields .muted')).toBeNull()
  expect(gone.root.getElementById('f-people')).toBeNull()
  expect(mount().root.querySelector('.group .group legend')?.textContent).toBe('Mục 1: An')
})
