import type { Readings } from './rounds.ts'
import type { Reading } from './measure.ts'

/** Reads figures out of the rounds. Ratios are taken within a round and their median is given. */
export class Figures {
  readonly #readings: Readings
  constructor(readings: Readings) { this.#readings = readings }

  /** Median over rounds of one figure, absolute. */
  value(column: string, cell: string, read: (reading: Reading, html: Reading | undefined) => number | undefined): number | undefined {
    return median(this.#pairs(column, cell).map(([own, html]) => read(own, html)))
  }

  /** Median over rounds of the figure against hand-written HTML in the same round. */
  ratio(column: string, cell: string, read: (reading: Reading, html: Reading | undefined) => number | undefined): number | undefined {
    return median(this.#pairs(column, cell).map(([own, html]) => {
      const [top, bottom] = [read(own, html), html && read(html, html)]
      return top === undefined || !bottom ? undefined : top / bottom
    }))
  }

  /** Main-thread time of one key. */
  readonly key = (own: Reading, html: Reading | undefined): number | undefined => worked(own.keyMs, own, html)

  /** Main-thread time of adding a row. */
  readonly addRow = (own: Reading, html: Reading | undefined): number | undefined => worked(own.addRow?.workMs, own, html)

  /** Log-log slope between two sizes. */
  slope(column: string, [small, large]: readonly [number, number]): number | undefined {
    const [a, b] = [this.value(column, String(small), this.key), this.value(column, String(large), this.key)]
    return a && b ? Math.log(b / a) / Math.log(large / small) : undefined
  }

  /** What one more field adds. */
  perField(column: string, [small, large]: readonly [number, number], read: (reading: Reading) => number | undefined): number | undefined {
    const [a, b] = [this.value(column, String(small), read), this.value(column, String(large), read)]
    return a === undefined || b === undefined ? undefined : (b - a) / (large - small)
  }

  /** Everything that did not behave, by column and cell. */
  faults(): string[] {
    return [...this.#readings].flatMap(([column, byCell]) => [...byCell].flatMap(([cell, readings]) => [...new Set(readings.flatMap(({ wrong }) => wrong))].map((wrong) => `${column}, ${cell}: ${wrong}`)))
  }

  first(column: string, cell: string): Reading | undefined { return this.#readings.get(column)?.get(cell)?.[0] }

  #pairs(column: string, cell: string): Array<[Reading, Reading | undefined]> {
    const html = this.#readings.get('html')?.get(cell) ?? []
    return (this.#readings.get(column)?.get(cell) ?? []).map((own, round) => [own, html[round]])
  }
}

/** Only the price of measuring is taken off: who works while nobody types pays for it. */
function worked(ms: number | undefined, own: Reading, html: Reading | undefined): number | undefined {
  return ms === undefined ? undefined : Math.max(0.1, ms - Math.min(own.idleMs ?? 0, html?.idleMs ?? 0))
}

export function median(values: ReadonlyArray<number | undefined>): number | undefined {
  const known = values.filter((value) => value !== undefined && Number.isFinite(value)).map(Number).toSorted((a, b) => a - b)
  const middle = known.length / 2
  return known.length === 0 ? undefined : ((known[Math.ceil(middle) - 1] ?? 0) + (known[Math.floor(middle)] ?? 0)) / 2
}
