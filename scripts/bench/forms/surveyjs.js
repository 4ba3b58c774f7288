// JavaScript: the types of the peers are installed only when the benchmark runs.
import { Model, settings } from 'survey-core'
import { renderSurvey } from 'survey-js-ui'
import 'survey-core/survey-core.fontless.min.css'

/** @type {import('../handle.ts').MountForm} */
export const mount = (box, model, answers) => {
  settings.panel.maxPanelCount = 1000
  const elements = model.fields.map(question)
  if (model.rows > 0) elements.push({ type: 'paneldynamic', name: 'people', title: 'People', templateElements: model.rowFields.map(question), maxPanelCount: 1000 })
  // Its default takes over the text on leaving the field only; so it does what the others do.
  const survey = new Model({ title: model.title, textUpdateMode: 'onTyping', elements })
  survey.data = answers
  renderSurvey(survey, box)
  const named = (path) => {
    const [list, row, name] = path.split('.')
    const found = survey.getQuestionByName(list)
    return name === undefined ? found : found?.panels[Number(row)]?.getQuestionByName(name)
  }
  return {
    control(path) {
      const found = named(path)
      const direct = found && document.getElementById(found.inputId)
      return direct?.matches('input, select, textarea') ? direct : (found && document.getElementById(found.id)?.querySelector('input, select, textarea')) ?? null
    },
    answers: () => survey.data,
    send: () => { survey.validate(true, true); return Promise.resolve(survey.getAllQuestions(true).filter(({ errors }) => errors.length > 0).length) },
    addRow: () => { document.getElementById(named('people').id).querySelector('button[class*="add"]').click() },
  }
}

function question({ name, label, kind, required, hiddenWhen, minLength, maxLength, pattern, minimum, maximum, options }) {
  const shared = { name, title: label, isRequired: required === true, ...(hiddenWhen && { visibleIf: `{${hiddenWhen.field}} <> '${hiddenWhen.equals}'` }) }
  switch (kind) {
    case 'whole': return { ...shared, type: 'text', inputType: 'number', min: minimum, max: maximum, step: 1 }
    case 'date': return { ...shared, type: 'text', inputType: 'date' }
    case 'select': return { ...shared, type: 'dropdown', renderAs: 'select', choices: options }
    case 'radio': return { ...shared, type: 'radiogroup', choices: options }
    case 'tick': return { ...shared, type: 'boolean', renderAs: 'checkbox' }
    default: return { ...shared, type: 'text', maxLength, validators: [...(minLength ? [{ type: 'text', minLength }] : []), ...(pattern ? [{ type: 'regex', regex: pattern }] : [])] }
  }
}
