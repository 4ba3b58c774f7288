import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { benchSchemas } from '../../packages/schemas/bench/main.ts'
import { bundleColumn, bundleProbe, weighEform } from './bundle.ts'
import type { BuiltPage } from './bundle.ts'
import { COLUMNS, OUT } from './columns.ts'
import { timeCommands } from './commands.ts'
import { Figures } from './figures.ts'
import { runRounds } from './rounds.ts'
import { serve } from './serve.ts'
import { printRows, rowsOf } from './table.ts'

/**
 * One form of 20 to 1,000 questions, drawn by ours, by hand and by the peers, in the same Chromium and in turns. Ratios are
 * against the hand-written form of the same round, so they hold on a busy machine too; milliseconds do not.
 *
 *     npm run bench -- [--quick] [--rounds 3] [--columns ours,rjsf]
 *     npm run bench -- --commands      (`npm start` and `npm test` in a fresh clone, and nothing else)
 */
const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, rounds: { type: 'string' }, columns: { type: 'string' }, commands: { type: 'boolean', default: false } } })
if (values.commands) {
  console.log(printRows(await timeCommands(), COLUMNS.filter(({ name }) => name === 'ours')))
  process.exit(0)
}
const rounds = Number(values.rounds ?? (values.quick ? 1 : 3))
const wanted = values.columns?.split(',')
const unknown = wanted?.filter((name) => !COLUMNS.some((column) => column.name === name)) ?? []
if (unknown.length > 0 || !Number.isInteger(rounds) || rounds < 1) {
  console.error(`Expected columns out of ${COLUMNS.map(({ name }) => name).join(', ')} and a whole number of rounds; got ${unknown.join(', ') || values.rounds}.`)
  process.exit(1)
}
const columns = COLUMNS.filter(({ name }) => !wanted || name === 'html' || wanted.includes(name))

const pages = new Map<string, BuiltPage>()
const form = new Map<string, number>()
for (const column of columns) {
  const { page, formBytes } = await bundleColumn(column)
  pages.set(column.name, page)
  form.set(column.name, formBytes)
  console.error(`built ${column.label}`)
}
const weights = { form, eform: weighEform() }
const server = await serve(pages)
try {
  const readings = await runRounds({ columns, origin: server.origin, probe: await bundleProbe(), rounds, quick: values.quick })
  const rows = rowsOf({ columns, readings, weights, quick: values.quick })
  const faults = new Figures(readings).faults()
  mkdirSync(OUT, { recursive: true })
  writeFileSync(join(OUT, 'results.json'), JSON.stringify({ rounds, quick: values.quick, rows, faults, readings: Object.fromEntries([...readings].map(([column, byCell]) => [column, Object.fromEntries(byCell)])) }, undefined, 1))
  console.log(printRows(rows, columns))
  console.log(`\n× = against hand-written HTML in the same round, median of ${rounds}. Ours must hold on any machine; milliseconds are in .artifacts/bench/results.json.`)
  console.log('Not measured here: `npm start` and `npm test`, which `npm run bench -- --commands` times in a fresh clone; axe over every story, state, theme and locale, in `npm run conformance`.')
  for (const fault of faults) console.log(`did not behave: ${fault}`)
} finally {
  server.close()
}
await benchSchemas(console.log)
