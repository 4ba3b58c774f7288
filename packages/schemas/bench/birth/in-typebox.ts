import { type Static, Type as t } from '@sinclair/typebox'
import { TypeCompiler } from '@sinclair/typebox/compiler'
import * as is from './conditions.ts'
import * as v from './values.ts'

const strict = { additionalProperties: false } as const
/** TypeBox counts UTF-16 units and has no flag "u" for patterns: names are held by a compiled expression instead. */
const name = t.RegExp(v.NAME, { minLength: 2, maxLength: 100 })
const line = t.RegExp(v.NOT_BLANK, { maxLength: 250 })
const mark = t.RegExp(v.NOT_BLANK, { maxLength: 50 })
const date = t.RegExp(v.DATE)
const personalId = t.RegExp(v.TWELVE_DIGITS)
const commune = t.RegExp(v.COMMUNE)
const oneOf = (values: readonly string[]) => t.Union(values.map((value) => t.Literal(value)))
const province = oneOf(v.PROVINCES)
const nationality = oneOf(v.COUNTRIES)
const ethnicity = oneOf(v.ETHNIC_GROUPS)
const residenceKind = oneOf(v.RESIDENCE_KINDS)
const copies = oneOf(v.COPIES)

const place = { scope: oneOf(v.SCOPES), country: t.Optional(oneOf(v.COUNTRIES.filter((code) => code !== 'VN'))), province: t.Optional(province), commune: t.Optional(commune), detail: t.Optional(line), foreign: t.Optional(line) }
const address = t.Object(place, strict)
const idDoc = t.Object({
  kind: oneOf(v.ID_DOCS), otherName: t.Optional(line), passportNumber: t.Optional(t.RegExp(v.PASSPORT)), oldCardNumber: t.Optional(t.RegExp(v.NINE_DIGITS)), otherNumber: t.Optional(mark), issuedOn: date, issuedBy: line,
}, strict)
const parent = t.Object({
  fullName: name, birthDate: t.RegExp(v.PARTIAL_DATE), nationality, otherNationality: t.Optional(line), ethnicity: t.Optional(ethnicity), otherEthnicity: t.Optional(line),
  identification: oneOf(v.IDENTIFICATIONS), personalId: t.Optional(personalId), idDoc: t.Optional(idDoc), life: oneOf(v.LIFE), residenceKind: t.Optional(residenceKind), residence: t.Optional(address),
}, strict)

const birth = t.Object({
  office: t.Object({ province, commune }, strict), registrationKind: oneOf(v.REGISTRATION_KINDS), birthCase: oneOf(v.BIRTH_CASES),
  requester: t.Object({
    fullName: name, birthDate: date, identification: oneOf(v.APPLICANT_IDENTIFICATIONS), personalId: t.Optional(personalId), idDoc: t.Optional(idDoc),
    phone: t.RegExp(v.PHONE), email: t.Optional(t.RegExp(v.EMAIL, { maxLength: 254 })), residenceKind, residence: address,
  }, strict),
  relation: oneOf(v.RELATIONS), relationOther: t.Optional(line),
  child: t.Object({
    fullName: name, birthDate: date, sex: oneOf(v.SEXES), nationality, ethnicity: t.Optional(ethnicity), otherEthnicity: t.Optional(line),
    birthPlace: t.Object({ kind: oneOf(v.PLACE_KINDS), facilityName: t.Optional(line), place: t.Object({ ...place, legacyText: t.Optional(line) }, strict) }, strict),
    hometownFollows: t.Optional(oneOf(v.PARENTS)), hometown: address,
  }, strict),
  mother: t.Optional(parent), father: t.Optional(parent), parentsMarried: t.Optional(t.Boolean()),
  parentsMarriage: t.Optional(t.Object({ number: mark, book: t.Optional(mark), date, office: line }, strict)),
  birthProof: t.Optional(oneOf(v.BIRTH_PROOFS)), surrogacy: t.Optional(t.Boolean()),
  copies: t.Object({ wanted: copies, count: t.Optional(t.Integer({ minimum: 1, maximum: 99 })) }, strict),
  delivery: t.Object({ method: oneOf(v.DELIVERIES), address: t.Optional(t.Object({ province, commune, detail: line }, strict)) }, strict),
  undertaking: t.Literal(true),
}, strict)

type Birth = Static<typeof birth>
const compiled = TypeCompiler.Compile(birth)

/** The same birth registration in TypeBox, compiled; what it cannot say about dependent answers is asked after it. */
export function isBirthInTypebox(answers: unknown): boolean {
  return compiled.Check(answers) && is.isBirth(answers) && isPerson(answers.requester) && is.isNational(answers.child) && is.isBirthPlace(answers.child.birthPlace)
    && is.isAddress(answers.child.birthPlace.place) && is.isAddress(answers.child.hometown) && [answers.mother, answers.father].every((parent) => parent === undefined || (is.isParent(parent) && isPerson(parent)))
    && is.isCopies(answers.copies) && is.isDelivery(answers.delivery)
}

function isPerson({ identification, personalId, idDoc, residence }: Pick<Birth['requester'], 'identification' | 'personalId' | 'idDoc'> & { residence?: Birth['requester']['residence'] | undefined }): boolean {
  return is.isIdentified({ identification, personalId, idDoc }) && (idDoc === undefined || is.isIdDoc(idDoc)) && (residence === undefined || is.isAddress(residence))
}
