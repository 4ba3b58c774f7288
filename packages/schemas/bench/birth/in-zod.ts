import * as z from 'zod'
import * as is from './conditions.ts'
import * as v from './values.ts'

const name = z.string().min(2).max(100).regex(v.NAME)
const line = z.string().max(250).regex(v.NOT_BLANK)
const mark = z.string().max(50).regex(v.NOT_BLANK)
const date = z.string().regex(v.DATE)
const partialDate = z.string().regex(v.PARTIAL_DATE)
const personalId = z.string().regex(v.TWELVE_DIGITS)
const commune = z.string().regex(v.COMMUNE)
const province = z.enum(v.PROVINCES)
const nationality = z.enum(v.COUNTRIES)
const ethnicity = z.enum(v.ETHNIC_GROUPS)
const residenceKind = z.enum(v.RESIDENCE_KINDS)
const copies = z.enum(v.COPIES)

const place = { scope: z.enum(v.SCOPES), country: z.enum(v.COUNTRIES.filter((code) => code !== 'VN')).optional(), province: province.optional(), commune: commune.optional(), detail: line.optional(), foreign: line.optional() }
const address = z.strictObject(place).refine(is.isAddress)
const idDoc = z.strictObject({
  kind: z.enum(v.ID_DOCS), otherName: line.optional(), passportNumber: z.string().regex(v.PASSPORT).optional(), oldCardNumber: z.string().regex(v.NINE_DIGITS).optional(), otherNumber: mark.optional(), issuedOn: date, issuedBy: line,
}).refine(is.isIdDoc)
const parent = z.strictObject({
  fullName: name, birthDate: partialDate, nationality, otherNationality: line.optional(), ethnicity: ethnicity.optional(), otherEthnicity: line.optional(),
  identification: z.enum(v.IDENTIFICATIONS), personalId: personalId.optional(), idDoc: idDoc.optional(), life: z.enum(v.LIFE), residenceKind: residenceKind.optional(), residence: address.optional(),
}).refine(is.isParent)

/** A birth registration as somebody would write it in zod by hand: the yardstick for generated code. */
export const birth = z.strictObject({
  office: z.strictObject({ province, commune }), registrationKind: z.enum(v.REGISTRATION_KINDS), birthCase: z.enum(v.BIRTH_CASES),
  requester: z.strictObject({
    fullName: name, birthDate: date, identification: z.enum(v.APPLICANT_IDENTIFICATIONS), personalId: personalId.optional(), idDoc: idDoc.optional(),
    phone: z.string().regex(v.PHONE), email: z.string().max(254).regex(v.EMAIL).optional(), residenceKind, residence: address,
  }).refine(is.isIdentified),
  relation: z.enum(v.RELATIONS), relationOther: line.optional(),
  child: z.strictObject({
    fullName: name, birthDate: date, sex: z.enum(v.SEXES), nationality, ethnicity: ethnicity.optional(), otherEthnicity: line.optional(),
    birthPlace: z.strictObject({ kind: z.enum(v.PLACE_KINDS), facilityName: line.optional(), place: z.strictObject({ ...place, legacyText: line.optional() }).refine(is.isAddress) }).refine(is.isBirthPlace),
    hometownFollows: z.enum(v.PARENTS).optional(), hometown: address,
  }).refine(is.isNational),
  mother: parent.optional(), father: parent.optional(), parentsMarried: z.boolean().optional(),
  parentsMarriage: z.strictObject({ number: mark, book: mark.optional(), date, office: line }).optional(),
  birthProof: z.enum(v.BIRTH_PROOFS).optional(), surrogacy: z.boolean().optional(),
  copies: z.strictObject({ wanted: copies, count: z.int().min(1).max(99).optional() }).refine(is.isCopies),
  delivery: z.strictObject({ method: z.enum(v.DELIVERIES), address: z.strictObject({ province, commune, detail: line }).optional() }).refine(is.isDelivery),
  undertaking: z.literal(true),
}).refine(is.isBirth)
