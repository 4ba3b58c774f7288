import { expectTypeOf, it } from 'vitest'
import './define.ts'
import type { MotcuaEform } from './eform.ts'

it('is known by its tag, and its events by their names', () => {
  const form = document.querySelector('motcua-eform')
  expectTypeOf(form).toEqualTypeOf<MotcuaEform | null>()
  form?.addEventListener('motcua-submitted', ({ detail }) => { expectTypeOf(detail.procedure).toEqualTypeOf<string>() })
})
