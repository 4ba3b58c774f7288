import type {
  Acknowledgement, Commune, Dossier, IntakeSlip, OfficerDossier, PaymentRequest, Person, ResultFile, Session, StoredFile, Submission, Trust,
} from '../src/contract.ts'

/** Answers as the contract says them; the compiler holds them to it. All persons are made up. */
export const CODE = 'H01.02-261120-0001'
const HASH = 'a'.repeat(64)
const at = '2026-11-20T09:00:00+07:00'

export const session: Session = { accessToken: 'token-1', expiresAt: '2099-01-01T00:00:00Z', assuranceLevel: 2, displayName: 'Nguyễn Thị Hoa' }
export const person: Person = { fullName: 'Nguyễn Thị Hoa', birthDate: '1960-03-08', personalId: '089160000000', assuranceLevel: 2 }
export const commune: Commune = {
  code: '30838', name: 'Xã Mỹ Thuận', provinceCode: '91', provinceName: 'Tỉnh An Giang', agencyCode: 'H01.02', agencyName: 'Ủy ban nhân dân xã Mỹ Thuận',
  desk: { address: 'Ấp 1', phone: '02963000000', hours: '7:00–11:00, 13:00–17:00' }, endings: { 'extract-copy': 'submit' },
}
export const fee: Acknowledgement['fee'] = {
  amountVnd: 16_000, state: 'owed', lines: [{ id: 'copy', kind: 'phi', name: { vi: 'Phí bản sao', en: 'Copy fee' }, amountVnd: 16_000, legalBasis: 'Thông tư 281/2016/TT-BTC' }],
}
export const acknowledgement: Acknowledgement = { code: CODE, supportCode: 'c0ffee', state: 1, submittedAt: at, fee }
export const storedFile: StoredFile = { uploadId: 'u1', documentId: 'authorisation', name: 'giay.pdf', mediaType: 'application/pdf', bytes: 12, sha256: HASH }
export const resultFile: ResultFile = { fileId: 'f1', name: 'trich-luc.pdf', sha256: HASH, bytes: 12 }
export const payment: PaymentRequest = {
  id: 'p1', provider: 'vietqr', amountVnd: 16_000, currency: 'VND', reference: 'MC2611200001', qrPayload: '000201', state: 'pending', expiresAt: at,
  account: { bin: '970436', bankName: 'Ngân hàng', number: '0001', holder: 'UBND XA MY THUAN' },
}
export const dossier: Dossier = {
  code: CODE, slug: 'extract-copy', procedureCode: '2.000635', procedureName: { vi: 'Cấp bản sao', en: 'Copy' }, state: 4, submittedAt: at, dueAt: null,
  commune: '30838', agencyName: 'Ủy ban nhân dân xã Mỹ Thuận', fee, steps: [{ kind: 'submitted', at, state: 1, by: { role: 'citizen', name: 'Nguyễn Thị Hoa' } }],
  results: [resultFile], attachments: [storedFile], lateReason: null,
}
export const officerDossier: OfficerDossier = { ...dossier, answers: { count: 2 }, lastStepHash: HASH, allowedSteps: ['finish'], assistedBy: { kind: 'relative', mode: 'operated', reason: 'Người cao tuổi, mắt kém' } }
export const intakeSlip: IntakeSlip = {
  number: '1', code: CODE, agencyName: 'UBND', procedureName: 'Cấp bản sao', submitter: 'Nguyễn Thị Hoa', documents: ['Văn bản ủy quyền'], receivedAt: at, dueAt: at, receivedBy: 'Lê Văn Bình',
}
export const trust: Trust = { anchors: [{ name: 'Test CA', certificate: 'AA==', domain: 'test' }], agencies: [{ agencyCode: 'H01.02', name: 'UBND', certificates: ['AA=='] }] }
export const submission: Submission & { answers: Record<string, never> } = {
  procedure: { slug: 'extract-copy', effectiveFrom: '2026-01-14', sha256: HASH }, commune: '30838', answers: {}, attachments: [], locale: 'vi',
}
