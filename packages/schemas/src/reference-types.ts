import type { LocalizedText, Provenance } from './definition.ts'

/** Province or centrally-run city (tỉnh, thành phố). `code` has two digits; `kind` is the Vietnamese word. */
export interface Province { code: string; name: string; kind: string }

/** Commune-level unit (xã, phường, đặc khu). `code` has five digits; `kind` is the Vietnamese word. */
export interface Commune { code: string; name: string; kind: string; provinceCode: string }

/** Compact table of all communes: rows `[code, name, kind letter]` by province code. */
export interface CommuneTable {
  /** Calendar day of the state of the list, `YYYY-MM-DD`. */
  asOf: string
  kinds: Readonly<Record<string, string>>
  provinces: Readonly<Record<string, ReadonlyArray<readonly [code: string, name: string, kind: string]>>>
}

/** Ethnic group (dân tộc), two-digit code. */
export interface EthnicGroup { code: string; name: string; nameEn: string; aliases: readonly string[] }

/** What people say when they mean a procedure, by language. */
export interface EverydayWords { vi: string[]; en: string[] }

/** Country or area (quốc gia), ISO 3166-1. */
export interface Country { alpha2: string; alpha3: string; numeric: string; name: string; nameEn: string }

/** Bank or payment acquirer with its six-digit BIN. */
export interface Bank { bin: string; code: string; shortName: string; name: string; kind: string }

/** Days off of one year. `projected` years are computed from the law and await the yearly notice. */
export interface HolidayYear {
  year: number
  status: string
  source: string
  daysOff: ReadonlyArray<{ date: string; name: string; kind: string }>
  /** Saturdays worked in exchange for a day off. */
  workingSaturdays: readonly string[]
  /** Days the law grants whose dates no notice has fixed yet. */
  toBeAnnounced: readonly string[]
}

/** Units in force until 2025-06-30, and where each commune is now. Rows; a commune without district was not placed by the source. */
export interface LegacyUnitTable {
  /** First day of the new units, `YYYY-MM-DD`. */
  cutover: string
  provinces: ReadonlyArray<readonly [code: string, name: string, newCode: string]>
  districts: ReadonlyArray<readonly [code: string, name: string, provinceCode: string]>
  /** By district code (`''` = not placed): `[code, name, codes now]`, the codes joined by a space. */
  communes: Readonly<Record<string, ReadonlyArray<readonly [code: string, name: string, targets: string]>>>
  /** Island districts that had no communes. */
  islandDistricts: ReadonlyArray<readonly [districtCode: string, communeCode: string]>
}

/** Where a fact of {@link ServiceQuality} was read, and how sure it is. */
export interface QualityFact extends Provenance { note?: string }
interface Named { id: string; name: LocalizedText }

/** A level of a rating (mức độ hài lòng), and what it is counted as. */
export interface RatingLevel extends Named { counts: 'satisfied' | 'neutral' | 'dissatisfied' }
/** Levels from best to worst, and what a person may name as a reason. */
export interface RatingScale extends QualityFact { levels: readonly RatingLevel[]; reasons: readonly Named[] }
/** Working days of an agency for feedback (phản ánh, kiến nghị): to refuse it, to ask for more, to handle it, and then to publish. */
export interface FeedbackClock extends QualityFact { unit: 'workingDay'; refuse: number; askForMore: number; handle: number; publish: number }
/** The national index of service quality: what it weighs, never a score. */
export interface ServiceIndex extends QualityFact { name: LocalizedText; citation: string; groups: ReadonlyArray<Named & { maxPoints: number }> }
/** What the service of an agency is judged by. */
export interface ServiceQuality { index: ServiceIndex; feedbackClock: FeedbackClock; ratingScale: RatingScale }
