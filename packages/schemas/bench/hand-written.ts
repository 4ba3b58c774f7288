import * as z from 'zod'

const line = z.string().max(250).regex(/\S/)
const name = z.string().min(2).max(100).regex(/^\p{L}[\p{L}\p{M}'. -]*$/u)
const personalId = z.string().regex(/^[0-9]{12}$/)
const code2 = z.string().regex(/^[A-Z0-9]{2}$/)
const commune = z.string().regex(/^[0-9]{5}$/)

const address = z.strictObject({
  scope: z.enum(['domestic', 'abroad']), country: code2.optional(), province: code2.optional(), commune: commune.optional(), detail: line.optional(), foreign: line.optional(),
}).refine((value) => (value.scope === 'domestic') === (value.province !== undefined && value.commune !== undefined))
  .refine((value) => (value.scope === 'abroad') === (value.country !== undefined && value.foreign !== undefined))

/** Answers to the extract copy as somebody would write them in zod by hand: the yardstick for generated code. */
export const handWritten = z.strictObject({
  capacity: z.enum(['self', 'parent-or-guardian', 'authorised', 'organisation']),
  relation: z.enum(['grandparent', 'parent', 'child', 'spouse', 'sibling', 'other']).optional(),
  relationOther: line.optional(),
  requester: z.strictObject({
    fullName: name, birthDate: z.iso.date(), personalId, phone: z.string().regex(/^(?:0|\+?84)[0-9]{9,10}$/), email: z.email().max(254).optional(),
    residenceKind: z.enum(['permanent', 'temporary', 'current']), residence: address,
  }),
  requestKind: z.string(),
  subject: z.strictObject({
    fullName: name, birthDate: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/), sex: z.enum(['male', 'female']), nationality: code2, ethnicity: code2.optional(), personalId: personalId.optional(),
  }).refine((value) => (value.nationality === 'VN') === (value.ethnicity !== undefined)).optional(),
  record: z.strictObject({ documentName: line.optional(), office: line, date: z.iso.date().optional(), number: z.string().max(50).optional(), book: z.string().max(50).optional() }),
  reason: z.string().max(1000).regex(/\S/).optional(),
  count: z.int().min(1).max(99),
  delivery: z.strictObject({ method: z.string(), address: z.strictObject({ province: code2, commune, detail: line }).optional() })
    .refine((value) => (value.method === 'post') === (value.address !== undefined)),
  undertaking: z.literal(true),
}).refine((value) => (value.capacity === 'authorised') === (value.relation !== undefined))
  .refine((value) => (value.relation === 'other') === (value.relationOther !== undefined))
  .refine((value) => (value.capacity !== 'self') === (value.subject !== undefined))
  .refine((value) => (value.capacity === 'organisation') === (value.reason !== undefined))
  .refine((value) => (value.requestKind === 'other') === (value.record.documentName !== undefined))
