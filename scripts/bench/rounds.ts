import type { Browser } from 'playwright'
import type { Column } from './columns.ts'
import { launch, measure } from './measure.ts'
import type { Cell, Reading } from './measure.ts'

/** Readings of one column: `[round]` by name of the cell. */
export type Readings = Map<string, Map<string, Reading[]>>

/** What is measured, by name. Sizes beyond 200 fields are left out of a quick run. */
export function cells(quick: boolean): ReadonlyArray<[string, Cell]> {
  const full = { cpu: 4, keys: quick ? 8 : 16, send: true, heap: true }
  const all: Array<[string, Cell]> = [
    ['20', { fields: 20, ...full }],
    ['200', { fields: 200, ...full }],
    ['1000', { fields: 1000, ...full }],
    ['slow3g', { fields: 20, cpu: 4, slow3g: true }],
    ['rows', { fields: 10, rows: 100, cpu: 4, keys: full.keys, addRow: true }],
    ['policy', { fields: 20, policy: true, send: true }],
    ['axe', { fields: 20, axe: true }],
    ['axe-errors', { fields: 20, send: true, axe: true }],
  ]
  return quick ? all.filter(([name]) => name !== '1000') : all
}

/** Once is enough for these: they do not depend on the machine. */
const STEADY = new Set(['policy', 'axe', 'axe-errors'])

/** Every cell in every column, one column after the other within a round, so that a busy moment hits all of them alike. */
export async function runRounds({ columns, origin, probe, rounds, quick }: { columns: readonly Column[]; origin: string; probe: string; rounds: number; quick: boolean }): Promise<Readings> {
  const readings: Readings = new Map(columns.map(({ name }) => [name, new Map()]))
  const plan = cells(quick)
  const total = rounds * plan.length - (rounds - 1) * STEADY.size
  let done = 0
  let browser: Browser = await launch()
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, cell] of plan) {
        if (round > 0 && STEADY.has(name)) continue
        // Nobody always runs first.
        for (const column of [...columns.slice(round % columns.length), ...columns.slice(0, round % columns.length)]) {
          const own = readings.get(column.name)
          const reading = await measure(browser, `${origin}/${column.name}/`, probe, cell).catch(async (error: unknown): Promise<Reading> => {
            await browser.close().catch(() => undefined)
            browser = await launch()
            return { usableMs: NaN, mountMs: NaN, elements: NaN, wrong: [error instanceof Error ? error.message.split('\n')[0] ?? '' : String(error)] }
          })
          own?.set(name, [...own.get(name) ?? [], reading])
        }
        done += 1
        console.error(`  ${done}/${total} · round ${round + 1} · ${name}`)
      }
    }
  } finally {
    await browser.close()
  }
  return readings
}
