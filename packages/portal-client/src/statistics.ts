import type { Statistics } from './contract.ts'
import { scale } from './feedback-shapes.ts'
import { instant, integer, isRecord, list, matching, nullable, object, oneOf, optional, text, type Shape } from './shape.ts'
import { named, words } from './shapes.ts'
import type { CallOptions, Transport } from './transport.ts'

const month = matching(/^\d{4}-\d{2}$/)
const state = oneOf('shown', 'none', 'small', 'linked', 'not-measured')
const percent: Shape = (value, pointer) => (typeof value === 'number' && Number.isFinite(value) ? null : { pointer, expected: 'a number' })
const figure = object({ value: nullable(integer), state })
const share = object({ numerator: nullable(integer), denominator: nullable(integer), percent: nullable(percent), atLeastPercent: optional(integer), state })

/** Every member has the shape, whatever it is called: a newer gateway may count more. */
function each(shape: Shape): Shape {
  return (value, pointer) => (isRecord(value) ? object(Object.fromEntries(Object.keys(value).map((name) => [name, shape])))(value, pointer) : { pointer, expected: 'an object' })
}

const STATISTICS = named<Statistics>('Statistics', object({
  commune: text, communeName: text, agencyName: text, month, available: list(month), smallNumberBelow: integer, notice: optional(words), scale,
  months: list(object({
    month, origin: oneOf('records', 'earlier'), source: optional(words), measuredAt: instant, counts: each(figure), shares: each(share),
    ratings: list(object({ level: text, value: nullable(integer), state })),
  })),
  index: object({ name: words, citation: text, source: text, checkedOn: text, confidence: text, groups: list(object({ id: text, name: words, maxPoints: integer })) }),
}))

export interface StatisticsQuery {
  /** Five digits. */
  commune: string
  /** `YYYY-MM`. @default the present month in Việt Nam, by the gateway's clock */
  month?: string
}

/** What communes publish of their work; nobody need be signed in. */
export interface StatisticsCalls {
  /** A month and up to eleven before it. A month that is not there comes as a `PortalProblemError`, `month-not-available`. */
  get(query: StatisticsQuery, options?: CallOptions): Promise<Statistics>
}

/**
 * The public figures, over the connection of a client. The browser's cache asks with the ETag.
 *
 * @example
 * const { statisticsOf } = await import('@motcua/portal-client/statistics')
 * const { months } = await statisticsOf(client.transport).get({ commune: '30838', month: '2026-10' })
 */
export function statisticsOf(transport: Transport): StatisticsCalls {
  return {
    get: ({ commune, month: wanted }, call) => {
      const query = new URLSearchParams({ commune, ...(wanted === undefined ? {} : { month: wanted }) })
      return transport.json(STATISTICS, { method: 'GET', path: `v1/statistics?${query}`, cache: 'default' }, call)
    },
  }
}

export type { Figure, MonthStatistics, RatingScale, ShareFigure, Statistics } from './contract.ts'
