import type { Figure, MonthStatistics, ShareFigure } from '@motcua/portal-client/statistics'
import { formatDay, localeOf } from '../locales/formats.ts'
import type { UiKey, Words } from '../locales/strings.ts'
import { viDashboard } from '../locales/vi-dashboard.ts'

/** Groups of counts as they stand on the page, each a table. */
export const COUNT_GROUPS: ReadonlyArray<readonly [caption: UiKey, names: readonly string[]]> = [
  ['dashGroupIntake', ['receivedNew', 'online', 'counter', 'post', 'carriedOver']],
  ['dashGroupSolved', ['solvedOnTime', 'solvedLate', 'solvedUndated', 'stopped', 'withdrawn']],
  ['dashGroupOpen', ['pendingInTime', 'pendingLate', 'pendingUndated', 'waitingSupplement', 'waitingPayment']],
  ['dashGroupFeedback', ['feedbackReceived', 'feedbackInTime', 'feedbackLate', 'feedbackOpen', 'feedbackOpenLate']],
]
export const SHARE_NAMES = ['onTime', 'online', 'paidOnline', 'digitised', 'reused', 'satisfied'] as const
/** Rows that only speak of procedures without a time limit: left out where there is nothing. */
const SELDOM: readonly string[] = ['solvedUndated', 'pendingUndated']
const ABSENT: Figure = { value: null, state: 'not-measured' }
const NO_SHARE: ShareFigure = { numerator: null, denominator: null, percent: null, state: 'not-measured' }

/** A figure in words: a number, or why there is none. */
export interface Told { text: string; value: number | null; why?: string }

export function formatNumber(value: number, tag: string): string { return new Intl.NumberFormat(localeOf(tag), { maximumFractionDigits: 2 }).format(value) }
export function formatPercent(value: number, tag: string): string { return `${formatNumber(value, tag)} %` }
export function monthName(month: string, words: Words): string { return words('dashMonthName', { month: formatDay(month) }) }

/** @example countOf(month, 'solvedLate', { words, below: 5 }).text // 'ít hơn 5' */
export function countOf({ counts, origin }: MonthStatistics, name: string, { words, below }: { words: Words; below: number }): Told {
  return tellFigure(Object.hasOwn(counts, name) ? counts[name] ?? ABSENT : ABSENT, { words, below, why: whyNot(name, origin, words) })
}

export function tellFigure({ value, state }: Figure, { words, below, why }: { words: Words; below: number; why?: string }): Told {
  if (state === 'shown' && value !== null) return { text: formatNumber(value, words.tag), value }
  if (state === 'small') return { text: words('dashLess', { below }), value: null }
  return state === 'linked' ? { text: words('dashWithheld'), value: null } : { text: words('dashNotMeasured'), value: null, ...(why ? { why } : {}) }
}

/** A share with what it is taken of, so that anybody can compute it again. */
export function shareOf({ shares, origin }: MonthStatistics, name: string, words: Words): Told & { outOf?: string } {
  const { percent, numerator, denominator, atLeastPercent, state } = (Object.hasOwn(shares, name) ? shares[name] : undefined) ?? NO_SHARE
  const { tag } = words
  if (state === 'none') return { text: words(name === 'satisfied' ? 'dashNoRating' : 'dashNothing'), value: null }
  if (state === 'shown' && percent !== null && numerator !== null && denominator !== null) {
    return { text: formatPercent(percent, tag), value: percent, outOf: words('dashOutOf', { numerator: formatNumber(numerator, tag), denominator: formatNumber(denominator, tag) }) }
  }
  if (state === 'not-measured') return { text: words('dashNotMeasured'), value: null, why: whyNot(name, origin, words) }
  return { text: atLeastPercent === undefined ? words('dashWithheld') : words('dashAtLeast', { value: formatPercent(atLeastPercent, tag) }), value: null }
}

/** What stands in a table of a group. */
export function rowsOf(month: MonthStatistics, names: readonly string[], options: { words: Words; below: number }): Array<Told & { name: string; label: string }> {
  return names.map((name) => ({ name, label: labelOf(name, options.words), ...countOf(month, name, options) }))
    .filter(({ name, value, text }) => !SELDOM.includes(name) || (value !== 0 && text !== options.words('dashNotMeasured')))
}

/** All that was finished with a result; where a part of it is withheld, at least what is not. */
export function solvedOf(month: MonthStatistics, words: Words): Told {
  const parts = ['solvedOnTime', 'solvedLate', 'solvedUndated'].map((name) => month.counts[name] ?? ABSENT).filter(({ state }) => state !== 'not-measured')
  if (parts.length === 0) return { text: words('dashNotMeasured'), value: null }
  const value = parts.reduce((sum, part) => sum + (part.value ?? 0), 0)
  const text = formatNumber(value, words.tag)
  if (parts.every((part) => part.value !== null)) return { text, value }
  return { text: value === 0 ? words('dashWithheld') : words('dashAtLeast', { value: text }), value: null }
}

function labelOf(name: string, words: Words): string {
  const key: string = `dash:${name}`
  return isKey(key) ? words(key) : name
}

function whyNot(name: string, origin: MonthStatistics['origin'], words: Words): string {
  const key: string = `dashNot:${name}`
  return words(origin === 'records' && isKey(key) ? key : 'dashNotOther')
}

function isKey(key: string): key is keyof typeof viDashboard { return Object.hasOwn(viDashboard, key) }
