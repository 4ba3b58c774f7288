import type { MountForm } from '../handle.ts'
import type { BenchField } from '../model.ts'

/**
 * Hand-written HTML, the lower bound: one string of markup, one listener, the browser's own validation, errors in text
 * beside the field and tied to it as a government design system asks.
 */
export const mount: MountForm = (box, model, answers) => {
  const people = (Array.isArray(answers.people) ? answers.people : []) as Array<Record<string, unknown>>
  const all: Record<string, unknown> = { ...answers, ...(model.rows > 0 && { people }) }
  const row = (index: number): string => `<fieldset><legend>Row ${index + 1}</legend>${model.rowFields.map((field) => markup(field, `people.${index}.${field.name}`)).join('')}</fieldset>`
  document.adoptedStyleSheets = [sheet()]
  box.innerHTML = trusted(`<form novalidate><h2>${model.title}</h2>${model.fields.map((field) => markup(field, field.name)).join('')}
    ${model.rows > 0 ? `<div id="rows">${people.map((_, index) => row(index)).join('')}</div><button type="button" id="add">Add</button>` : ''}<button>Send</button></form>`)
  const form = box.querySelector('form') ?? document.createElement('form')
  const controls = (): Control[] => [...form.elements].filter((element) => isControl(element)).filter(({ name }) => name !== '')

  const place = (path: string): [Record<string, unknown>, string] => {
    const [list, index, name] = path.split('.')
    return name === undefined ? [all, path] : [(list === 'people' && people[Number(index)]) || {}, name]
  }
  for (const control of controls()) {
    const [holder, key] = place(control.name)
    const value = holder[key]
    if (control instanceof HTMLInputElement && control.type === 'checkbox') control.checked = value === true
    else if (value !== undefined) control.value = String(value)
  }
  const dependants = new Map(model.fields.flatMap((field) => (field.hiddenWhen ? [[field.hiddenWhen.field, field] as const] : [])))
  const showOrHide = (name: string): void => {
    const field = dependants.get(name)
    const control = field && byId(field.name)
    if (!control?.parentElement) return
    control.parentElement.hidden = all[name] === field?.hiddenWhen?.equals
    control.toggleAttribute('disabled', control.parentElement.hidden)
  }
  const say = (control: Control, words: string): void => {
    if (words) control.setAttribute('aria-invalid', 'true')
    else control.removeAttribute('aria-invalid')
    const line = byId(`${control.name}-error`)
    if (line) line.textContent = words
  }
  form.addEventListener('input', ({ target }) => {
    if (!isControl(target)) return
    const [holder, key] = place(target.name)
    holder[key] = target instanceof HTMLInputElement && target.type === 'checkbox' ? target.checked : target.value === '' ? undefined : target.type === 'number' ? Number(target.value) : target.value
    showOrHide(target.name)
    if (target.hasAttribute('aria-invalid') && target.validity.valid) say(target, '')
  })
  let wrong: Control[] = []
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const first = new Map(controls().toReversed().map((control) => [control.name, control]))
    // Reads first, writes then: the browser lays the page out once.
    const found = [...first.values()].toReversed().map((control) => [control, control.validationMessage] as const)
    wrong = found.filter(([, words]) => words !== '').map(([control]) => control)
    for (const [control, words] of found) if (words || control.hasAttribute('aria-invalid')) say(control, words)
    wrong[0]?.focus()
  })
  byId('add')?.addEventListener('click', () => { byId('rows')?.insertAdjacentHTML('beforeend', trusted(row(people.push({}) - 1))) })
  return {
    control: byId,
    answers: () => all,
    send: () => { form.requestSubmit(); return Promise.resolve(wrong.length) },
    addRow: () => { byId('add')?.click() },
  }
}

function sheet(): CSSStyleSheet {
  const made = new CSSStyleSheet()
  made.replaceSync(`
    body { font: 1rem/1.5 sans-serif } .field { display: block; margin: 0 0 1.5rem; border: 0; padding: 0 } [hidden] { display: none }
    .field > label, legend { display: block; font-weight: 700 } .error { color: #b30000; margin: 0 } .error:empty { display: none }
    input:not([type=radio], [type=checkbox]), select { font: inherit; padding: .5rem; width: 100%; max-width: 30rem; box-sizing: border-box }`)
  return made
}

type Control = HTMLInputElement | HTMLSelectElement

function isControl(thing: unknown): thing is Control { return thing instanceof HTMLInputElement || thing instanceof HTMLSelectElement }
function byId(id: string): HTMLElement | null { return document.getElementById(id) }

function markup({ label, kind, required, minLength, maxLength, pattern, minimum, maximum, options = [] }: BenchField, path: string): string {
  const shared = `id="${path}" name="${path}" aria-describedby="${path}-error"${required ? ' required' : ''}`
  const error = `<p class="error" id="${path}-error"></p>`
  const input = (more: string) => `<div class="field"><label for="${path}">${label}</label><input ${shared} ${more}>${error}</div>`
  switch (kind) {
    case 'whole': return input(`type="number" min="${minimum}" max="${maximum}" step="1"`)
    case 'date': return input('type="date"')
    case 'tick': return `<div class="field"><label><input ${shared} type="checkbox">${label}</label>${error}</div>`
    case 'select': return `<div class="field"><label for="${path}">${label}</label><select ${shared}><option value=""></option>${options.map((o) => `<option>${o}</option>`).join('')}</select>${error}</div>`
    case 'radio':
      return `<fieldset class="field"><legend>${label}</legend>${options.map((o, i) => `<label><input type="radio" id="${path}${i === 0 ? '' : `-${i}`}" name="${path}" value="${o}"${required ? ' required' : ''}>${o}</label>`).join('')}${error}</fieldset>`
    default: return input(`type="text"${minLength ? ` minlength="${minLength}"` : ''}${maxLength ? ` maxlength="${maxLength}"` : ''}${pattern ? ` pattern="${pattern}"` : ''}`)
  }
}

/** Markup of our own making, under a policy that the page's header names. */
function trusted(markupText: string): string {
  policy ??= (globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): Policy } }).trustedTypes?.createPolicy('bench-html', { createHTML: (text: string) => text })
  return policy?.createHTML(markupText) ?? markupText
}
interface Policy { createHTML(text: string): string }
let policy: Policy | undefined
