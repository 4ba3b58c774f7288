import type { EformWeights } from './bundle.ts'
import type { Column } from './columns.ts'
import { Figures } from './figures.ts'
import type { Reading } from './measure.ts'
import type { Readings } from './rounds.ts'

export interface Weights { form: ReadonlyMap<string, number>; eform: EformWeights }

export interface Row {
  what: string
  must: number
  aim: number
  unit: '×' | 'kB' | 's' | ''
  figures: Record<string, number | undefined>
}

/** The project's budget, row by row: what must hold, what is aimed at, what was measured. */
export function rowsOf({ columns, readings, weights, quick }: { columns: readonly Column[]; readings: Readings; weights: Weights; quick: boolean }): Row[] {
  const figures = new Figures(readings)
  const each = (read: (column: string) => number | undefined): Row['figures'] => Object.fromEntries(columns.map(({ name }) => [name, read(name)]))
  const ratio = (what: string, must: number, aim: number, cell: string, read: Parameters<Figures['ratio']>[2]): Row => ({ what, must, aim, unit: '×', figures: each((column) => figures.ratio(column, cell, read)) })
  const kilo = (bytes: number | undefined): number | undefined => (bytes === undefined ? undefined : bytes / 1000)
  const sizes = quick ? [20, 200] as const : [20, 1000] as const
  const send = (reading: Reading) => reading.sendMs
  const sendWork = (reading: Reading) => reading.sendWorkMs
  const rows: Array<Row | false> = [
    { what: 'JavaScript of a 20-field form', must: 30, aim: 14, unit: 'kB', figures: each((column) => kilo(weights.form.get(column))) },
    { what: 'loader', must: 3, aim: 2, unit: 'kB', figures: { ours: kilo(weights.eform.loader) } },
    { what: 'eForm before anything is asked of it', must: 60, aim: 40, unit: 'kB', figures: { ours: kilo(weights.eform.upFront) } },
    { what: 'eForm with pages, drafts, summary, last steps', must: 60, aim: 40, unit: 'kB', figures: { ours: kilo(weights.eform.whole) } },
    { what: 'the same with places, rows and seldom kinds of field', must: 60, aim: 40, unit: 'kB', figures: { ours: kilo(weights.eform.withSeldom) } },
    // Stricter than the budget, which names no gateway: what a page fetches that files with one.
    { what: 'without those, with the portal client', must: 60, aim: 40, unit: 'kB', figures: { ours: kilo(weights.eform.withPortal) } },
    { what: 'all of it, with the portal client', must: 60, aim: 40, unit: 'kB', figures: { ours: kilo(weights.eform.withAll) } },
    ratio('navigation → usable, slow 3G, CPU ÷ 4, 20 fields', 1.6, 1.2, 'slow3g', ({ usableMs }) => usableMs),
    ratio('keystroke, CPU ÷ 4, 20 fields', 1.3, 1.1, '20', figures.key),
    ratio('keystroke, CPU ÷ 4, 200 fields', 1.3, 1.1, '200', figures.key),
    !quick && ratio('keystroke, CPU ÷ 4, 1,000 fields', 1.3, 1.1, '1000', figures.key),
    !quick && { what: 'growth of the keystroke, 200 → 1,000', must: 0.3, aim: 0.2, unit: '', figures: each((column) => figures.slope(column, [200, 1000])) },
    ratio(`mount, CPU ÷ 4, ${sizes[1]} fields`, 2, 1.2, String(sizes[1]), ({ mountMs }) => mountMs),
    ratio('empty submit, 200 fields', 2, 1.2, '200', send),
    // Without what other programs take from it: the figure to believe on a busy machine.
    ratio('empty submit, 200 fields, main thread', 2, 1.2, '200', sendWork),
    !quick && ratio('empty submit, 1,000 fields', 2, 1.2, '1000', send),
    !quick && ratio('empty submit, 1,000 fields, main thread', 2, 1.2, '1000', sendWork),
    { what: 'heap a field', must: 3, aim: 1, unit: 'kB', figures: each((column) => kilo(figures.perField(column, sizes, ({ heapBytes }) => heapBytes))) },
    { what: 'DOM elements a field', must: 6, aim: 5, unit: '', figures: each((column) => figures.perField(column, sizes, ({ elements }) => elements)) },
    // The budget was set by the first of them, which a form pays less in that leaves layout and paint to the next frame.
    ratio('100 rows: add a row, a frame after it is found', 2, 1.3, 'rows', ({ addRow }) => addRow?.foundMs),
    ratio('100 rows: add a row, until it is painted', 2, 1.3, 'rows', ({ addRow }) => addRow?.paintedMs),
    ratio('100 rows: add a row, main thread', 2, 1.3, 'rows', figures.addRow),
    ratio('100 rows: type in a row', 2, 1.3, 'rows', figures.key),
    { what: 'violations of CSP and Trusted Types', must: 0, aim: 0, unit: '', figures: each((column) => figures.first(column, 'policy')?.violations?.length) },
    { what: 'axe rules broken, empty and with errors', must: 0, aim: 0, unit: '', figures: each((column) => (figures.first(column, 'axe')?.axe?.length ?? 0) + (figures.first(column, 'axe-errors')?.axe?.length ?? 0)) },
  ]
  return rows.filter((row) => row !== false)
}

/** As text in columns: must, aim, ours with a verdict, the peers. */
export function printRows(rows: readonly Row[], columns: readonly Column[]): string {
  const others = columns.filter(({ name }) => name !== 'ours')
  const head = ['', 'must', 'aim', 'ours', '', ...others.map(({ label }) => label)]
  const lines = rows.map(({ what, must, aim, unit, figures }) => [
    what, show(must, unit), show(aim, unit), show(figures.ours, unit), verdict(figures.ours, must, aim), ...others.map(({ name }) => show(figures[name], unit)),
  ])
  const widths = head.map((_, at) => Math.max(...[head, ...lines].map((line) => line[at]?.length ?? 0)))
  const text = (line: readonly string[]): string => line.map((part, at) => (at === 0 ? part.padEnd(widths[at] ?? 0) : part.padStart(widths[at] ?? 0))).join('  ')
  return [text(head), ...lines.map(text)].join('\n')
}

function verdict(figure: number | undefined, must: number, aim: number): string {
  if (figure === undefined) return ''
  return figure <= aim ? 'aim' : figure <= must ? 'must' : 'MISSED'
}

function show(figure: number | undefined, unit: Row['unit']): string {
  if (figure === undefined) return '–'
  const digits = figure >= 100 || Number.isInteger(figure) ? 0 : unit === 'kB' ? 1 : 2
  return `${figure.toFixed(digits)}${unit === '×' ? '×' : unit === '' ? '' : ` ${unit}`}`
}
