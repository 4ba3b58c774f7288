import type { JsonObject } from '@motcua/core/json'
import { isUnknown } from '@motcua/core/rules'
import type { Channel, FeeRule, LocalizedText, Procedure } from '@motcua/schemas/definition'
import { conditionHolds, valueOf, type RuleOptions } from './rule-options.ts'

export type { RuleOptions } from './rule-options.ts'

export interface FeeOptions extends RuleOptions {
  /** Amounts the province sets, integer đồng by parameter name. One that is missing is reported, never invented. */
  parameters?: Readonly<Record<string, number>>
  /** Id of an exemption that was granted. Exemptions whose own condition holds apply without being named. */
  exemption?: string
  /** Reading of a tariff the desk follows, reading id by `<slug>.<fee id>`. Without one the fee's own amount stands. */
  readings?: Readonly<Record<string, string>>
  /** Channel the dossier came by: a provincial amount is looked up as `<parameter>.<channel>` first, then as `<parameter>`. */
  channel?: Channel
}

/** One fee (phí) or charge (lệ phí) of a dossier. Zero đồng is a line too, with the legal basis of being free. */
export interface FeeLine {
  id: string
  kind: FeeRule['kind']
  name: LocalizedText
  /** Integer đồng. */
  amountVnd: number
  legalBasis: string
  /** Id of the exemption that made it zero. */
  exemption?: string
}

/** Why an amount is not known. */
export const FEE_UNKNOWNS = ['parameter-missing', 'parameter-invalid', 'amount-unknown', 'condition-unknown'] as const
export type FeeUnknown = (typeof FEE_UNKNOWNS)[number]

export interface ComputedFee {
  /** Sum of the lines. With a non-empty `unknown` it is only the known part: do not ask for money yet. */
  amountVnd: number
  lines: FeeLine[]
  unknown: Array<{ id: string; reason: FeeUnknown; parameter?: string }>
}

/**
 * What a dossier costs by the procedure's own rules. The gateway computes it again and ignores what a page sent.
 *
 * A fee whose condition or amount the answers do not decide is reported in `unknown`, and so is a provincial amount that
 * is missing from `parameters`.
 *
 * @throws TypeError when `exemption` names none of the procedure's exemptions, or `readings` a reading the fee does not have.
 * @example
 * computeFee(procedure, { copies: { count: 2 } }, { on: '2026-11-23' })
 * // { amountVnd: 16000, lines: [{ id: 'extract-copy', amountVnd: 16000, … }], unknown: [] }
 */
export function computeFee(procedure: Pick<Procedure, 'slug' | 'fees'>, answers: JsonObject, options: FeeOptions): ComputedFee {
  const { exemption } = options
  if (exemption !== undefined && !procedure.fees.some((fee) => fee.exemptions?.some((known) => known.id === exemption))) {
    throw new TypeError(`the fees of ${procedure.slug} have no exemption '${exemption}'`)
  }
  const fees = procedure.fees.map((fee) => readAs(fee, procedure.slug, options))
  const lines: FeeLine[] = []
  const unknown: ComputedFee['unknown'] = []
  for (const fee of fees) {
    const applies = conditionHolds(fee.appliesWhen, answers, options)
    if (applies === false) continue
    const granted = fee.exemptions?.find((known) =>
      known.id === exemption || (known.appliesWhen !== undefined && conditionHolds(known.appliesWhen, answers, options) === true))
    if (applies === 'unknown') unknown.push({ id: fee.id, reason: 'condition-unknown' })
    else if (granted) lines.push({ ...line(fee, 0), legalBasis: granted.source, exemption: granted.id })
    else {
      const amount = amountOf(fee, answers, options)
      if (typeof amount === 'number') lines.push(line(fee, amount))
      else unknown.push({ id: fee.id, ...amount })
    }
  }
  return { amountVnd: lines.reduce((sum, { amountVnd }) => sum + amountVnd, 0), lines, unknown }
}

/** The fee as the chosen reading has it: another amount, with that reading's own legal basis. */
function readAs(fee: FeeRule, slug: string, { readings }: FeeOptions): FeeRule {
  const key = `${slug}.${fee.id}`
  const wanted = readings !== undefined && Object.hasOwn(readings, key) ? readings[key] : undefined
  if (wanted === undefined) return fee
  const reading = fee.readings?.find((known) => known.id === wanted)
  if (reading === undefined) throw new TypeError(`the fee '${key}' has no reading '${wanted}'`)
  return { ...fee, amountVnd: reading.amountVnd, source: reading.source }
}

function amountOf(fee: FeeRule, answers: JsonObject, options: FeeOptions): number | { reason: FeeUnknown; parameter?: string } {
  if (fee.amountVnd !== null) {
    const value = valueOf(fee.amountVnd, answers, options)
    return !isUnknown(value) && isAmount(value) ? value : { reason: 'amount-unknown' }
  }
  const parameter = fee.parameter ?? fee.id
  const names = options.channel === undefined ? [parameter] : [`${parameter}.${options.channel}`, parameter]
  const name = names.find((candidate) => options.parameters !== undefined && Object.hasOwn(options.parameters, candidate))
  if (name === undefined) return { reason: 'parameter-missing', parameter }
  const value = options.parameters?.[name]
  return isAmount(value) ? value : { reason: 'parameter-invalid', parameter: name }
}

function line({ id, kind, name, source }: FeeRule, amountVnd: number): FeeLine {
  return { id, kind, name, amountVnd, legalBasis: source }
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
