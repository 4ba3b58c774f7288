import { mount } from 'bench-form'
import type { FormHandle } from './handle.ts'
import { benchModel, controlPaths, initialAnswers } from './model.ts'

/** The page of every column: draws the form that the address asks for. The probe waits for it. */
const query = new URLSearchParams(location.search)
const model = benchModel(Number(query.get('fields')), Number(query.get('rows')))
const answers = initialAnswers(model)
performance.mark('mount')
const handle: FormHandle = await mount(document.getElementById('form') ?? document.body, model, answers)
Object.assign(globalThis, { benchForm: { handle, paths: controlPaths(model), rows: model.rows } })
