import { expectTypeOf, it } from 'vitest'
import '../../define.ts'
import type { MotcuaEform } from './eform.ts'

it('is known by its tag, and its events by their names', () => {
  const form = document.querySelector('motcua-eform')
  expectTypeOf(form).toEqualTypeOf<MotcuaEform | null>()
  form?.addEventListener('motcua-submitted', ({ detail }) => { expectTypeOf(detail.procedure).toEqualTypeOf<string>() })
})

it('tells what elements say, at them and wherever it bubbles to', () => {
  document.querySelector('motcua-board')?.addEventListener('motcua-called', ({ detail }) => { expectTypeOf(detail.ticket).toEqualTypeOf<string>() })
  document.querySelector('motcua-guide')?.addEventListener('motcua-procedure-chosen', ({ detail }) => { expectTypeOf(detail.slug).toEqualTypeOf<string>() })
  document.addEventListener('motcua-signing-end', ({ detail }) => { expectTypeOf(detail.outcome).toExtend<string>() })
  document.addEventListener('motcua-feedback-sent', ({ detail }) => { expectTypeOf(detail.kind).toEqualTypeOf<'complaint' | 'suggestion'>() })
  document.addEventListener('motcua-month-change', ({ detail }) => { expectTypeOf(detail.month).toEqualTypeOf<string>() })
  document.addEventListener('motcua-commune-chosen', ({ detail }) => { expectTypeOf(detail.code).toEqualTypeOf<string>() })
})
