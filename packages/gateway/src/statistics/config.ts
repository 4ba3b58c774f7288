import type { LocalizedText } from '@motcua/schemas/definition'
import { COUNTS, SHARES, type MonthCounts } from './counts.ts'
import { isMonth } from './months.ts'

/** A month from before this gateway, as the operator's earlier system counted it. What it did not count is left out. */
export interface EarlierMonth extends Partial<MonthCounts> {
  /** `YYYY-MM` */
  month: string
  /** Said beside the figures: which system counted them. */
  source: LocalizedText
}

export interface StatisticsConfig {
  /** Numbers below it are not published, nor what would give them away; 1 publishes all. @default 5 */
  smallNumberBelow?: number
  /** The present month is counted anew so often, in minutes. @default 5 */
  refreshMinutes?: number
  /** Months from before this gateway, by commune code. They win over its own records. */
  earlier?: Readonly<Record<string, readonly EarlierMonth[]>>
  /** A remark on all figures, shown above them: a trial, a change of systems. */
  notice?: LocalizedText
}

/** Everything that is wrong with the configuration, one sentence each. */
export function statisticsFaults(config: StatisticsConfig): string[] {
  const faults: string[] = []
  const need = (holds: boolean, fault: string): void => { if (!holds) faults.push(`statistics.${fault}`) }
  const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0
  need(isCount(config.smallNumberBelow ?? 5) && (config.smallNumberBelow ?? 5) >= 1, 'smallNumberBelow: expected a whole number of at least 1')
  need(isCount(config.refreshMinutes ?? 5) && (config.refreshMinutes ?? 5) >= 1, 'refreshMinutes: expected whole minutes, at least 1')
  for (const [commune, months] of Object.entries(config.earlier ?? {})) {
    for (const { month, source, counts = {}, shares = {}, ratings = {} } of months) {
      const at = `earlier.${commune}[${month}]`
      need(isMonth(month), `${at}.month: expected YYYY-MM`)
      need(Boolean(source?.vi) && Boolean(source?.en), `${at}.source: expected which system counted, in vi and en`)
      for (const [name, value] of [...Object.entries(counts), ...Object.entries(ratings)]) need(isCount(value), `${at}: ${name} is not a whole number of at least 0`)
      for (const name of Object.keys(counts)) need(COUNTS.some((known) => known === name), `${at}.counts: there is no ${name}; expected ${COUNTS.join(', ')}`)
      for (const [name, share] of Object.entries(shares)) {
        need(SHARES.some((known) => known === name), `${at}.shares: there is no ${name}; expected ${SHARES.join(', ')}`)
        need(isCount(share?.numerator) && isCount(share?.denominator) && share.numerator <= share.denominator, `${at}.shares.${name}: expected numerator <= denominator, whole numbers`)
      }
    }
  }
  return faults
}
