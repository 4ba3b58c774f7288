import { createForm } from '@motcua/form-core'
import type { Form } from '@motcua/form-core'
import { describe, expect, it } from 'vitest'
import { bundledDefinition } from '../testing/bundled.ts'
import { fillIn } from './fill-in.ts'
import { ownDraft } from './own-draft.ts'

const definition = bundledDefinition('extract-copy')

function signedIn(personalId: string): Form {
  const form = createForm({ definition })
  form.prefill({ source: 'identity-provider', claims: { fullName: `Người ${personalId}`, personalId, phone: '0912345678' } })
  return form
}

/** A draft of the first person, with answers from every side. */
function draft() {
  const form = signedIn('091158000123')
  fillIn(form, [{ pointer: '/requester/email', value: 'a@vidu.vn', source: 'earlier-dossier', asOf: '2026-05-04', locked: false }])
  form.setValue('/capacity', 'self')
  return form.snapshot()
}

describe('a draft that is gone on with', () => {
  it('is whole for the person who kept it', () => {
    const kept = draft()
    expect(ownDraft(signedIn('091158000123'), kept)).toBe(kept)
  })

  it('is whole where nobody is signed in: it lies on the machine of who kept it', () => {
    const kept = draft()
    expect(ownDraft(createForm({ definition }), kept)).toBe(kept)
  })

  it('holds nothing that was filled in about the first person once another is signed in, and what was typed', () => {
    const form = signedIn('091190000789')
    form.restore(ownDraft(form, draft()))
    const { values } = form.snapshot()
    expect(values).toMatchObject({ '/capacity': 'self', '/requester/fullName': 'Người 091190000789', '/requester/personalId': '091190000789' })
    expect(Object.values(values)).not.toContain('a@vidu.vn')
    expect(values['/requester/phone']).toBeUndefined()
    form.prefill({ source: 'identity-provider', claims: { phone: '0987654321' } })
    expect(form.field('/requester/phone').value.value).toBe('0987654321')
  })
})
