import * as b from 'valibot'
import * as is from './conditions.ts'
import * as v from './values.ts'

const matching = (pattern: RegExp) => b.pipe(b.string(), b.regex(pattern))
const text = (longest: number) => b.pipe(b.string(), b.maxLength(longest), b.regex(v.NOT_BLANK))
const name = b.pipe(b.string(), b.minLength(2), b.maxLength(100), b.regex(v.NAME))
const line = text(250)
const mark = text(50)
const date = matching(v.DATE)
const personalId = matching(v.TWELVE_DIGITS)
const commune = matching(v.COMMUNE)
const province = b.picklist(v.PROVINCES)
const nationality = b.picklist(v.COUNTRIES)
const ethnicity = b.picklist(v.ETHNIC_GROUPS)
const residenceKind = b.picklist(v.RESIDENCE_KINDS)
const copies = b.picklist(v.COPIES)

const place = { scope: b.picklist(v.SCOPES), country: b.optional(b.picklist(v.COUNTRIES.filter((code) => code !== 'VN'))), province: b.optional(province), commune: b.optional(commune), detail: b.optional(line), foreign: b.optional(line) }
const address = b.pipe(b.strictObject(place), b.check((value) => is.isAddress(value)))
const idDoc = b.pipe(b.strictObject({
  kind: b.picklist(v.ID_DOCS), otherName: b.optional(line), passportNumber: b.optional(matching(v.PASSPORT)), oldCardNumber: b.optional(matching(v.NINE_DIGITS)), otherNumber: b.optional(mark), issuedOn: date, issuedBy: line,
}), b.check((value) => is.isIdDoc(value)))
const parent = b.pipe(b.strictObject({
  fullName: name, birthDate: matching(v.PARTIAL_DATE), nationality, otherNationality: b.optional(line), ethnicity: b.optional(ethnicity), otherEthnicity: b.optional(line),
  identification: b.picklist(v.IDENTIFICATIONS), personalId: b.optional(personalId), idDoc: b.optional(idDoc), life: b.picklist(v.LIFE), residenceKind: b.optional(residenceKind), residence: b.optional(address),
}), b.check((value) => is.isParent(value)))

/** The same birth registration in valibot. */
export const birth = b.pipe(b.strictObject({
  office: b.strictObject({ province, commune }), registrationKind: b.picklist(v.REGISTRATION_KINDS), birthCase: b.picklist(v.BIRTH_CASES),
  requester: b.pipe(b.strictObject({
    fullName: name, birthDate: date, identification: b.picklist(v.APPLICANT_IDENTIFICATIONS), personalId: b.optional(personalId), idDoc: b.optional(idDoc),
    phone: matching(v.PHONE), email: b.optional(b.pipe(b.string(), b.maxLength(254), b.regex(v.EMAIL))), residenceKind, residence: address,
  }), b.check((value) => is.isIdentified(value))),
  relation: b.picklist(v.RELATIONS), relationOther: b.optional(line),
  child: b.pipe(b.strictObject({
    fullName: name, birthDate: date, sex: b.picklist(v.SEXES), nationality, ethnicity: b.optional(ethnicity), otherEthnicity: b.optional(line),
    birthPlace: b.pipe(b.strictObject({ kind: b.picklist(v.PLACE_KINDS), facilityName: b.optional(line), place: b.pipe(b.strictObject({ ...place, legacyText: b.optional(line) }), b.check((value) => is.isAddress(value))) }), b.check((value) => is.isBirthPlace(value))),
    hometownFollows: b.optional(b.picklist(v.PARENTS)), hometown: address,
  }), b.check((value) => is.isNational(value))),
  mother: b.optional(parent), father: b.optional(parent), parentsMarried: b.optional(b.boolean()),
  parentsMarriage: b.optional(b.strictObject({ number: mark, book: b.optional(mark), date, office: line })),
  birthProof: b.optional(b.picklist(v.BIRTH_PROOFS)), surrogacy: b.optional(b.boolean()),
  copies: b.pipe(b.strictObject({ wanted: copies, count: b.optional(b.pipe(b.number(), b.integer(), b.minValue(1), b.maxValue(99))) }), b.check((value) => is.isCopies(value))),
  delivery: b.pipe(b.strictObject({ method: b.picklist(v.DELIVERIES), address: b.optional(b.strictObject({ province, commune, detail: line })) }), b.check((value) => is.isDelivery(value))),
  undertaking: b.literal(true),
}), b.check((value) => is.isBirth(value)))
