import type { JsonObject } from '@motcua/core/json'
import type { Rule } from '@motcua/core/rules'
import type { CrossFieldRule, Derivation, FieldDefinition, LocaleBundle, Option } from '../definition.ts'

/** `at` is relative to the block, or absolute in a form. Attributes a field takes over as they stand. */
export interface FieldSource extends Pick<FieldDefinition, 'field' | 'autocomplete' | 'inputMode' | 'widthChars' | 'inWords' | 'inCapitals' | 'lockedBy' | 'prefill' | 'default' | 'optionsWhen'> {
  at: string
  /** For `commune`: pointer of the province, relative to the same block. */
  province?: string
  /** Only for fields the schema leaves optional: hides the question, never changes what is valid. */
  visibleWhen?: Rule
}
export interface GroupSource { group: string; items: ItemSource[] }
export interface RepeatSource { repeat: string; minRows: number; maxRows: number; items: ItemSource[] }
/** Use of a vocabulary block at a place of the payload; `id` is the locale key of the legend. */
export interface BlockUse { block: string; at: string; id: string }
export type ItemSource = FieldSource | GroupSource | RepeatSource | BlockUse

/** `form.layout.json`. */
export interface LayoutSource {
  pages: Array<{ id: string; items: ItemSource[] }>
  rules: CrossFieldRule[]
  derivations: Derivation[]
}

/** One composite block. With `schema` (`address.schema.json#/$defs/address`) it can also stand on its own. */
export interface BlockSource { schema?: string; items: FieldSource[] }
/** `vocabulary/blocks.json`: composite blocks as lists of leaf fields. */
export interface BlocksSource { blocks: Record<string, BlockSource> }

/** `vocabulary/locales/<language>.json`. */
export interface BlockLocaleSource { blocks: Record<string, { legend: string; hint?: string; fields: LocaleBundle['fields'] }> }

/** `reference/option-sets.json`. */
export interface OptionSetsSource { sets: Record<string, { options: Array<Option & { selectable?: boolean }> }> }

/** The parts of `reference/*.json` that become option sets or look-up tables. */
export interface UnitsSource {
  asOf: string
  provinceTypes: Record<string, string>
  communeKinds: Record<string, string>
  provinces: Array<[code: string, name: string, type: string, communes: Array<[code: string, name: string, kind: string]>]>
}
export interface LegacyUnitsSource {
  cutover: string
  provinces: Array<[code: string, name: string, newCode: string]>
  districts: Array<[code: string, name: string, provinceCode: string]>
  communes: Array<[code: string, name: string, districtCode: string | null, targets: string[]]>
  islandDistricts: Array<[districtCode: string, communeCode: string]>
}
export interface EthnicGroupsSource {
  groups: Array<{ code: string; name: string; nameEn: string; aliases?: string[] }>
  special: EthnicGroupsSource['groups']
}
export interface CountriesSource { countries: Array<[alpha2: string, alpha3: string, numeric: string, nameVi: string, nameEn: string]> }
export interface BanksSource { asOf: string; banks: Array<{ bin: string; code: string; shortName: string; name: string; kind: string }> }
export interface HolidaysSource {
  asOf: string
  rules: { holidays: Array<{ id: string; name: string; nameEn: string }> }
  years: Record<string, { status: string; source: string; daysOff: Array<{ date: string; holiday: string; kind: string }>; workingSaturdays: string[]; toBeAnnounced: string[] }>
}

/** Passed on as it stands; the types of what it holds are those of `reference-types.ts`. */
export interface ServiceQualitySource { asOf: string; index: JsonObject; feedbackClock: JsonObject; ratingScale: JsonObject }
