/**
 * Which answers depend on which in a birth registration, as predicates: the three hand-written schemas share them, so that only
 * the libraries differ.
 */
interface Address { scope: string; country?: string | undefined; province?: string | undefined; commune?: string | undefined; detail?: string | undefined; foreign?: string | undefined; legacyText?: string | undefined }
interface IdDoc { kind: string; passportNumber?: string | undefined; oldCardNumber?: string | undefined; otherName?: string | undefined; otherNumber?: string | undefined }
interface Identified { identification: string; personalId?: string | undefined; idDoc?: IdDoc | undefined }
interface National { nationality: string; ethnicity?: string | undefined; otherEthnicity?: string | undefined }
interface Parent extends Identified, National { life: string; residenceKind?: string | undefined; residence?: Address | undefined }

/** Given exactly when it is asked. */
function given(isAsked: boolean, ...values: unknown[]): boolean {
  return values.every((value) => (value !== undefined) === isAsked)
}

export const isAddress = (value: Address): boolean => given(value.scope === 'domestic', value.province, value.commune) && given(value.scope === 'abroad', value.country, value.foreign)
  && (value.scope === 'domestic' || (value.detail === undefined && value.legacyText === undefined))

export const isIdDoc = (value: IdDoc): boolean => given(value.kind === 'passport', value.passportNumber) && given(value.kind === 'old-identity-card', value.oldCardNumber)
  && given(value.kind === 'other', value.otherName, value.otherNumber)

export const isIdentified = (value: Identified): boolean => given(value.identification.startsWith('number'), value.personalId) && given(value.identification.endsWith('document'), value.idDoc)

export const isNational = (value: National): boolean => given(value.nationality === 'VN', value.ethnicity) && (value.ethnicity === '55' || value.otherEthnicity === undefined)

export const isParent = (value: Parent): boolean => isIdentified(value) && isNational(value) && given(value.life === 'alive', value.residenceKind, value.residence)

export const isBirthPlace = (value: { kind: string; facilityName?: string | undefined }): boolean => given(value.kind === 'facility', value.facilityName)
export const isCopies = (value: { wanted: string; count?: number | undefined }): boolean => given(value.wanted === 'yes', value.count)
export const isDelivery = (value: { method: string; address?: unknown }): boolean => given(value.method === 'post', value.address)

interface Birth {
  birthCase: string; relation: string; relationOther?: string | undefined; child: { hometownFollows?: string | undefined }; mother?: unknown; father?: unknown
  parentsMarried?: boolean | undefined; parentsMarriage?: unknown; birthProof?: string | undefined; surrogacy?: boolean | undefined
}

export function isBirth(value: Birth): boolean {
  const { birthCase } = value
  const hasMother = birthCase === 'both-parents' || birthCase === 'father-unknown'
  const hasFather = birthCase === 'both-parents' || birthCase === 'mother-unknown'
  return given(value.relation === 'other', value.relationOther) && given(hasMother, value.mother) && given(hasFather, value.father)
    && given(hasMother || hasFather, value.child.hometownFollows, value.surrogacy) && given(birthCase === 'both-parents', value.parentsMarried)
    && given(value.parentsMarried === true, value.parentsMarriage) && given(birthCase !== 'abandoned', value.birthProof)
}
