// JavaScript: the types of the peers are installed only when the benchmark runs.
import Form from '@rjsf/core'
import validator from '@rjsf/validator-ajv8'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { schemaOf } from '../model.ts'

/** @type {import('../handle.ts').MountForm} */
export const mount = (box, model, answers) => {
  let current = answers
  let tell = () => {}
  const widgets = model.fields.filter(({ kind }) => kind === 'radio').map(({ name }) => [name, { 'ui:widget': 'radio' }])
  createRoot(box).render(createElement(Form, {
    schema: schemaOf(model, 'elsewhere'), validator, formData: answers, noHtml5Validate: true, idPrefix: 'root',
    uiSchema: { 'ui:order': [...model.fields.map(({ name }) => name), '*'], ...Object.fromEntries(widgets) },
    onChange: ({ formData }) => { current = formData },
    onSubmit: () => { tell(0) },
    onError: (errors) => { tell(new Set(errors.filter(({ name }) => name !== 'if').map(({ property, params }) => `${property}.${params?.missingProperty ?? ''}`)).size) },
  }))
  const id = (path) => `root_${path.replaceAll('.', '_')}`
  return {
    control: (path) => document.getElementById(id(path)) ?? document.getElementById(`${id(path)}-0`),
    answers: () => current,
    send: () => new Promise((resolve) => { tell = resolve; box.querySelector('form').requestSubmit() }),
    addRow: () => { box.querySelector('.rjsf-array-item-add button').click() },
  }
}
