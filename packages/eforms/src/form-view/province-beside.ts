import type { FieldState, Form } from '@motcua/form-core'

/** The question for the province of a commune: `/rows/-/province` seen from `/rows/r2/commune` is `/rows/r2/province`. */
export function provinceBeside({ pointer, definition: { provincePointer = '' } }: FieldState, form: Form): FieldState {
  const keys = pointer.split('/')
  return form.field(provincePointer.split('/').map((part, index) => (part === '-' ? keys[index] ?? part : part)).join('/'))
}

/** A commune chosen before its province says which province it is. */
export function fillProvince(commune: FieldState, form: Form, code: string | undefined): void {
  const { pointer, value, locked, visible } = provinceBeside(commune, form)
  if (code !== undefined && value.peek() === undefined && visible.peek() && !locked.peek()) form.setValue(pointer, code)
}
