import { COUNTRIES as countries, ETHNIC_GROUPS as ethnicGroups, PROVINCES as provinces } from '@motcua/schemas/reference'

/** Patterns and lists that the hand-written schemas share. */
export const NAME = /^\p{L}[\p{L}\p{M}'. -]*$/u
export const TWELVE_DIGITS = /^[0-9]{12}$/
export const COMMUNE = /^[0-9]{5}$/
export const PHONE = /^(?:0|\+?84)[0-9]{9,10}$/
export const EMAIL = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+$/
export const PARTIAL_DATE = /^(?:[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?|[0-9]{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$/
export const NOT_BLANK = /\S/
export const PASSPORT = /^[A-Z0-9]{5,15}$/
export const NINE_DIGITS = /^[0-9]{9}$/

/** A calendar day; the partial date is as strict about days. */
export const DATE = new RegExp(`^(?=.{10}$)${PARTIAL_DATE.source.slice(1)}`)

export const IDENTIFICATIONS = ['number', 'number-and-document', 'document', 'none'] as const
export const APPLICANT_IDENTIFICATIONS = ['number', 'number-and-document', 'document'] as const
export const ID_DOCS = ['citizen-identity-card', 'identity-card', 'identity-certificate', 'electronic-identity', 'passport', 'old-identity-card', 'other'] as const
export const RESIDENCE_KINDS = ['permanent', 'temporary', 'current'] as const
export const SCOPES = ['domestic', 'abroad'] as const
export const REGISTRATION_KINDS = ['on-time-or-new', 're-registration', 'has-papers'] as const
export const BIRTH_CASES = ['both-parents', 'mother-unknown', 'father-unknown', 'parents-unknown', 'abandoned'] as const
export const RELATIONS = ['self', 'father', 'mother', 'other'] as const
export const PLACE_KINDS = ['facility', 'elsewhere'] as const
export const LIFE = ['alive', 'dead'] as const
export const COPIES = ['yes', 'no'] as const
export const BIRTH_PROOFS = ['electronic-notice', 'notice', 'witness', 'undertaking'] as const
export const DELIVERIES = ['counter', 'post', 'electronic'] as const
export const SEXES = ['male', 'female'] as const
export const PARENTS = ['father', 'mother'] as const

export const COUNTRIES = countries.map(({ alpha2 }) => alpha2)
export const ETHNIC_GROUPS = ethnicGroups.map(({ code }) => code)
export const PROVINCES = provinces.map(({ code }) => code)
