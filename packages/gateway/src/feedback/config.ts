import { SERVICE_QUALITY, type FeedbackClock, type RatingScale } from '@motcua/schemas/reference'
import type { GatewayConfig } from '../config.ts'

export interface FeedbackConfig {
  /** Levels and reasons of a rating. The national scale is UNKNOWN. @default the levels of `@motcua/schemas`, which say so */
  ratingScale?: RatingScale
  /** How long after the dossier ended a rating may be given or changed, in days. No text that sets it was found. @default 30 */
  ratingDays?: number
  /** Working days to refuse, ask for more, handle and publish. @default those of the index, from `@motcua/schemas` */
  clock?: FeedbackClock
  /** Fewest characters of a new complaint or suggestion. @default 10 */
  minLength?: number
  /** Most characters of what is written. @default 4000 */
  maxLength?: number
  /** Most feedback of one person that nobody has handled yet. @default 20 */
  openPerPerson?: number
  /**
   * How many days after it was handled it is kept who sent a feedback and what was written, and what was written with a rating; then
   * the counts alone. How long it must be, or may be, is UNKNOWN: no text that says so was found.
   * @default Infinity
   */
  keptDays?: number
}

export function ratingScale({ feedback }: Pick<GatewayConfig, 'feedback'>): RatingScale { return feedback?.ratingScale ?? SERVICE_QUALITY.ratingScale }
export function feedbackClock({ feedback }: Pick<GatewayConfig, 'feedback'>): FeedbackClock { return feedback?.clock ?? SERVICE_QUALITY.feedbackClock }
export function ratingDays({ feedback }: Pick<GatewayConfig, 'feedback'>): number { return feedback?.ratingDays ?? 30 }
export function minLength({ feedback }: Pick<GatewayConfig, 'feedback'>): number { return feedback?.minLength ?? 10 }
export function maxLength({ feedback }: Pick<GatewayConfig, 'feedback'>): number { return feedback?.maxLength ?? 4000 }

/** Everything that is wrong with the configuration, one sentence each. */
export function feedbackFaults(config: FeedbackConfig): string[] {
  const faults: string[] = []
  const need = (holds: boolean, fault: string): void => { if (!holds) faults.push(`feedback.${fault}`) }
  const isCount = (value: number | undefined): boolean => value === undefined || (Number.isSafeInteger(value) && value >= 1)
  need(isCount(config.ratingDays), 'ratingDays: expected whole days, at least 1')
  need(isCount(config.minLength) && isCount(config.maxLength) && minLength({ feedback: config }) <= maxLength({ feedback: config }), 'minLength, maxLength: expected whole numbers of characters, the first not the larger')
  need(isCount(config.openPerPerson), 'openPerPerson: expected a whole number of at least 1')
  need(isCount(config.keptDays) || config.keptDays === Number.POSITIVE_INFINITY, 'keptDays: expected whole days, at least 1, or Infinity')
  if (config.clock) need([config.clock.refuse, config.clock.askForMore, config.clock.handle, config.clock.publish].every((days) => Number.isSafeInteger(days) && days >= 0), 'clock: expected whole working days')
  if (config.ratingScale) {
    const { levels, reasons } = config.ratingScale
    need(levels.length >= 2 && new Set(levels.map(({ id }) => id)).size === levels.length, 'ratingScale.levels: expected two or more, each id once')
    need(new Set(reasons.map(({ id }) => id)).size === reasons.length, 'ratingScale.reasons: expected each id once')
    need([...levels, ...reasons].every(({ name }) => Boolean(name.vi) && Boolean(name.en)), 'ratingScale: expected a name in vi and en for every level and reason')
  }
  return faults
}
