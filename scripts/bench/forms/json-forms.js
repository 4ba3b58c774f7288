// JavaScript: the types of the peers are installed only when the benchmark runs.
import { JsonForms } from '@jsonforms/react'
import { vanillaCells, vanillaRenderers } from '@jsonforms/vanilla-renderers'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { schemaOf } from '../model.ts'

/** @type {import('../handle.ts').MountForm} */
export const mount = (box, model, answers) => {
  const schema = schemaOf(model, 'optional')
  const scope = (name) => `#/properties/${name}`
  const elements = model.fields.map(({ name, kind, hiddenWhen }) => ({
    type: 'Control', scope: scope(name), ...(kind === 'radio' && { options: { format: 'radio' } }),
    ...(hiddenWhen && { rule: { effect: 'HIDE', condition: { scope: scope(hiddenWhen.field), schema: { const: hiddenWhen.equals } } } }),
  }))
  if (model.rows > 0) elements.push({ type: 'Control', scope: scope('people') })
  let state = { data: answers, errors: [] }
  const root = createRoot(box)
  // Its documented way: no errors on show until the person sends.
  const draw = (validationMode) => {
    root.render(createElement(JsonForms, { schema, uischema: { type: 'VerticalLayout', elements }, renderers: vanillaRenderers, cells: vanillaCells, data: state.data, validationMode, onChange: (next) => { state = next } }))
  }
  draw('ValidateAndHide')
  const place = ({ instancePath, params }) => `${instancePath}/${params.missingProperty ?? ''}`
  return {
    control(path) {
      const [list, row, name] = path.split('.')
      if (name === undefined) return document.getElementById(`${scope(list)}-input`) ?? document.getElementsByName(scope(list))[0] ?? null
      const cells = box.querySelector('.array-table-layout tbody')?.rows[Number(row)]?.querySelectorAll('input, select')
      return cells?.[model.rowFields.findIndex((field) => field.name === name)] ?? null
    },
    answers: () => state.data,
    send: () => new Promise((resolve) => {
      draw('ValidateAndShow')
      requestAnimationFrame(() => requestAnimationFrame(() => { resolve(new Set(state.errors.filter(({ keyword }) => keyword !== 'if').map(place)).size) }))
    }),
    addRow: () => { [...box.querySelectorAll('button')].find((button) => /add/i.test(button.textContent + button.className)).click() },
  }
}
