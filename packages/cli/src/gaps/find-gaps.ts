import type { Confidence, FormDefinition, LocalizedText } from '@motcua/schemas/definition'

export const GAP_KINDS = ['no-standard-eform', 'paper-without-lookup', 'no-receiving-account', 'no-online-level', 'fee-parameter-missing'] as const
export type GapKind = (typeof GAP_KINDS)[number]

/** What a province has settled, as its gateway is configured; all parts may be missing. */
export interface ProvinceSettings {
  /** Integer đồng by the name of a fee's parameter. */
  parameters?: Readonly<Record<string, unknown>>
  /** By slug; `default` for the others. */
  receivingAccounts?: Readonly<Record<string, unknown>>
  /** `full` (toàn trình) or `partial` (một phần) by slug. */
  onlineLevels?: Readonly<Record<string, unknown>>
}

/** One thing a province still has to settle for one procedure. */
export interface Gap {
  kind: GapKind
  slug: string
  codes: readonly string[]
  name: LocalizedText
  /** Id of the paper, or name of the parameter. */
  subject?: string
  detail: string
}

/** Why a gap of a kind is the province's to close. */
export interface GapReason { title: string; reason: string; source: string; confidence: Confidence }

export const GAP_REASONS: Readonly<Record<GapKind, GapReason>> = {
  'no-standard-eform': {
    title: 'Without a complete standard eForm', confidence: 'INFERRED',
    reason: 'Only a part of the form is established here. The transaction functions for citizens stand on the national portal; the province settles with the ministry which eForm is used there and tells its communes.',
    source: 'Thông tư 21/2023/TT-BTTTT, sửa đổi bởi Thông tư 11/2025/TT-BKHCN',
  },
  'paper-without-lookup': {
    title: 'Papers that no look-up replaces', confidence: 'INFERRED',
    reason: 'The citizen is asked for a paper. Connecting the case system to the databases that hold the same data goes through the integration platform of the province (LGSP).',
    source: 'Nghị định 118/2025/NĐ-CP; connection of case systems to the population database through LGSP',
  },
  'no-receiving-account': {
    title: 'Without a receiving account', confidence: 'INFERRED',
    reason: 'Fees go to an account of the unit, per procedure; the province enters it in the operator\'s configuration, never a page. Without it nothing can be paid online.',
    source: 'National payment platform, fields TKThuHuong, MaNHThuHuong, TenTKThuHuong per unit and procedure',
  },
  'no-online-level': {
    title: 'Without an online level', confidence: 'CONFIRMED',
    reason: 'Each procedure is offered fully online (toàn trình) or partly (một phần); provinces publish their own level, which may be higher than the national one.',
    source: 'Nghị định 42/2022/NĐ-CP, điều 11',
  },
  'fee-parameter-missing': {
    title: 'Provincial fees without an amount', confidence: 'CONFIRMED',
    reason: 'The amount is set by the province (its People\'s Council).',
    source: 'The source of each fee, named with it; for civil status Luật Hộ tịch 60/2014/QH13, điều 11 and Thông tư 85/2019/TT-BTC, sửa đổi bởi Thông tư 106/2021/TT-BTC',
  },
}

/** What is missing for one procedure. An amount of zero is an amount. */
export function gapsOf({ procedure }: Pick<FormDefinition, 'procedure'>, codes: readonly string[], { parameters = {}, receivingAccounts = {}, onlineLevels = {} }: ProvinceSettings): Gap[] {
  const { slug, name, fees, documents, completeness } = procedure
  const gap = (kind: GapKind, detail: string, subject?: string): Gap => ({ kind, slug, codes, name, ...(subject === undefined ? {} : { subject }), detail })
  const has = (settings: Readonly<Record<string, unknown>>, key: string): boolean => Object.hasOwn(settings, key)
  const gaps: Gap[] = []
  if (completeness === 'incomplete') gaps.push(gap('no-standard-eform', 'the form is a slice and only allows hand-off'))
  for (const { id, name: paper, need, sources } of documents) {
    if (need !== 'present-only' && !sources.includes('database')) gaps.push(gap('paper-without-lookup', `${paper.vi} (${sources.join(', ')})`, id))
  }
  // What is free for everyone needs no account; a rule or a provincial amount may come to more.
  const charged = fees.filter((fee) => fee.amountVnd !== 0).length
  if (charged > 0 && !has(receivingAccounts, slug) && !has(receivingAccounts, 'default')) gaps.push(gap('no-receiving-account', `${charged} ${charged === 1 ? 'fee' : 'fees'}, no account named for it and no "default"`))
  if (!has(onlineLevels, slug)) gaps.push(gap('no-online-level', 'no level named for it'))
  for (const parameter of new Set(fees.flatMap((fee) => fee.parameter ?? []))) {
    const isSet = Object.keys(parameters).some((key) => key === parameter || key.startsWith(`${parameter}.`))
    if (!isSet) gaps.push(gap('fee-parameter-missing', fees.filter((fee) => fee.parameter === parameter).map((fee) => `${fee.name.vi} (${fee.source})`).join('; '), parameter))
  }
  return gaps
}
