import type { JsonObject } from '../../../packages/core/src/json.ts'
import { mountForm } from '../../../packages/eforms/src/form/mount-form.ts'
import type { MountForm } from '../handle.ts'
import { definitionOf } from '../model-definition.ts'

/** Ours: the views, the engine and the sheet of `<motcua-eform>`, all pages at once. */
export const mount: MountForm = (box, model, answers) => {
  const { form, root, send } = mountForm(box, definitionOf(model), { initial: answers as JsonObject })
  return {
    control(path) {
      const pointer = form.fieldPointer(`/${path.replaceAll('.', '/')}`)
      const found = pointer === undefined ? null : root.getElementById(`f${pointer.replaceAll('/', '-')}`)
      return found instanceof HTMLFieldSetElement ? found.querySelector('input') : found
    },
    answers: () => form.project(),
    send: () => Promise.resolve(send().length),
    addRow() { root.querySelector<HTMLButtonElement>('.button.secondary')?.click() },
  }
}
