import { addReadRows, readTable } from '@motcua/form-core/rows-from-table'
import type { ReadRow, TableProblem, TableReading } from '@motcua/form-core/rows-from-table'
import { computed, effect, signal, untracked } from '@preact/signals-core'
import { html, nothing, render } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import type { TemplateResult } from 'lit/html.js'
import { valueOf } from '../../fields/text-control.ts'
import type { Words } from '../../locales/strings.ts'
import type { FormContext } from '../context.ts'
import { describedBy, labelled, panelButtons } from './panel.ts'
import type { PanelOptions } from './panel.ts'

/** Takes rows of a spreadsheet and says what it understood before it adds them. What finds no room stays in the box. */
export function mountRowPaste(box: HTMLElement, options: PanelOptions): () => void {
  const { repeat, context, unadded: text, added, close } = options
  const id = `${options.id}-text`
  const isEmpty = signal(false)
  const readNow = (): TableReading => untracked(() => readTable(context.form, repeat.pointer, text.value))
  const reading = computed((): TableReading => {
    void text.value
    // Not with every key in a row, though an answer may take the room of an empty one.
    void repeat.rows.value
    return readNow()
  })
  const add = (): void => {
    const read = readNow()
    isEmpty.value = read.rows.length === 0
    if (isEmpty.peek()) { box.querySelector('textarea')?.focus(); return }
    const rows = addReadRows(context.form, repeat.pointer, read)
    text.value = read.rest
    if (read.rest === '') close()
    added(rows)
  }
  const stop = effect(() => {
    const words = options.context.words.value
    const { rows } = reading.value
    const error = isEmpty.value ? words(text.value.trim() === '' ? 'pasteEmpty' : 'pasteNothingRead') : ''
    const hint = words('pasteHint', { columns: columnsOf(options).join(', ') })
    render(html`${labelled({ id, label: words('pasteLabel'), hint, error }, words, html`<textarea id=${id} rows="5" autocomplete="off" spellcheck="false" .value=${live(text.value)}
      aria-invalid=${error ? 'true' : 'false'} aria-describedby=${describedBy(id, { hint, error })} @input=${(e: Event) => { isEmpty.value = false; text.value = valueOf(e) }}></textarea>`)}
      <div class="read">${report(reading.value, options, words)}</div>
      ${panelButtons(words, rows.length > 0 ? words('manyAddCount', { count: rows.length }) : words('manyAdd'), add, close)}`, box)
  })
  return stop
}

/** Names of the columns in their order. */
function columnsOf({ repeat, context }: PanelOptions): string[] {
  const names = (items: typeof repeat.definition.items): string[] => items.flatMap((item) => (item.type === 'group' ? names(item.items) : labelOf(item.pointer, context)))
  return names(repeat.definition.items)
}

function report({ rows, problems }: TableReading, { repeat, context }: PanelOptions, words: Words): TemplateResult {
  const said = (problem: TableProblem): TemplateResult => html`<p class="warning" .textContent=${problemText(problem, repeat.definition.maxRows, words)}></p>`
  const toLookAt = problems.filter(({ code }) => code !== 'numbering').length
  const ofTable = problems.filter(({ code }) => code !== 'unreadable')
  const count = rows.length
  return html`<p role="status" .textContent=${count === 0 ? '' : toLookAt > 0 ? words('pasteReadLook', { count, problems: toLookAt }) : words('pasteRead', { count })}></p>
    ${ofTable.map(said)}${count === 0 ? nothing : html`<ul>${rows.map((row) => html`<li><span .textContent=${rowText(row, context, words)}></span>
      ${problems.filter(({ code, row: at }) => code === 'unreadable' && at === row.row).map(said)}</li>`)}</ul>`}`
}

function rowText({ row, answers }: ReadRow, context: FormContext, words: Words): string {
  return words('pasteRow', { row, answers: answers.map(({ field, text }) => `${labelOf(field.pointer, context)}: ${text}`).join(' · ') })
}

function labelOf(pointer: string, { labels }: FormContext): string { return labels.value.fields[pointer]?.label ?? pointer }

function problemText({ code, row, column = 0, text = '' }: TableProblem, limit: number, words: Words): string {
  switch (code) {
    case 'numbering': return words('pasteNumbering')
    case 'wrongWidth': return words('pasteWrongWidth', { row })
    case 'unknownColumn': return words('pasteUnknownColumn', { column, text })
    case 'unreadable': return words('pasteUnreadable', { text })
    case 'tooManyRows': return words('pasteTooMany', { row, limit })
  }
}
