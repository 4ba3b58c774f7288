import { buildVietQr } from '@motcua/payments/vietqr'
import type { FormDefinition } from '@motcua/schemas/definition'
import type { Acknowledgement, Dossier, PaymentRequest, Person, Session, StoredFile, Submission, Trust } from '../services/contract.ts'
import type { DraftContent, DraftServices, EformServices, PortalServices } from '../services/services.ts'
import { FIXTURE_PLACES, fixtureDefinition } from './definition.ts'

export const FIXTURE_SESSION: Session = { accessToken: 'test', expiresAt: '2099-01-01T00:00:00+07:00', assuranceLevel: 2, displayName: 'Nguyễn Văn Mẫu' }
export const FIXTURE_PERSON: Person = { fullName: 'Nguyễn Văn Mẫu', birthDate: '1958-03-02', personalId: '089058000001', assuranceLevel: 2 }
export const FIXTURE_CODE = '000.22.30.H01-261121-0001'

export const FIXTURE_PAYMENT: PaymentRequest = {
  id: 'p1', provider: 'vietqr', amountVnd: 16_000, account: { bin: '970436', bankName: 'Ngân hàng Thử nghiệm', number: '0011002233', holder: 'UBND XA MY THUAN' },
  reference: 'MC261121000001', qrPayload: buildVietQr({ bin: '970436', account: '0011002233', amountVnd: 16_000, purpose: 'MC261121000001' }), state: 'pending', expiresAt: '2026-11-22T17:00:00+07:00',
}

/** A gateway in memory, at the border of the services interface. Counts what it was asked. */
export class FixturePortal implements PortalServices {
  signedIn: boolean
  readonly submissions: Array<{ submission: Submission; key: string }> = []
  readonly dossiers = new Map<string, Acknowledgement>()
  /** Throws before answering, after having filed when `'after-commit'`. */
  failNextSubmit: 'before' | 'after-commit' | undefined
  payment_: PaymentRequest = structuredClone(FIXTURE_PAYMENT)
  dossier: Dossier | null = null

  constructor({ signedIn = true } = {}) { this.signedIn = signedIn }

  async beginSignIn(returnTo: string) { return { kind: 'redirect' as const, url: `#sign-in-${encodeURIComponent(returnTo)}` } }
  async completeSignIn() { return { kind: 'none' as const } }
  session() { return this.signedIn ? FIXTURE_SESSION : undefined }
  async signOut() { this.signedIn = false }
  async me() { return FIXTURE_PERSON }
  async upload(file: File, { documentId, onProgress, signal }: Parameters<PortalServices['upload']>[1]): Promise<StoredFile> {
    onProgress({ sentBytes: file.size / 2, totalBytes: file.size, waiting: false })
    await new Promise((resolve) => { setTimeout(resolve, 20) })
    signal.throwIfAborted()
    return { uploadId: `up-${documentId}`, documentId, name: file.name, mediaType: file.type, bytes: file.size, sha256: 'a'.repeat(64) }
  }
  async removeUpload() { /* Nothing is stored. */ }
  async submit(submission: Submission, { idempotencyKey }: { idempotencyKey: string }): Promise<Acknowledgement> {
    this.submissions.push({ submission, key: idempotencyKey })
    await new Promise((resolve) => { setTimeout(resolve, 20) })
    const fail = this.failNextSubmit
    this.failNextSubmit = undefined
    if (fail === 'before') throw new TypeError('network')
    const known = this.dossiers.get(idempotencyKey) ?? {
      code: FIXTURE_CODE, supportCode: '7f3c0a52-5b0e-4a57-9f0e-000000000001', state: 1 as const, submittedAt: '2026-11-21T09:30:00+07:00',
      fee: { amountVnd: 16_000, state: 'owed' as const, lines: [{ id: 'copy', name: { vi: 'Phí cấp bản sao', en: 'Fee' }, amountVnd: 16_000, legalBasis: 'Văn bản thử' }] },
    }
    this.dossiers.set(idempotencyKey, known)
    if (fail === 'after-commit') throw new TypeError('network')
    return known
  }
  async listDossiers() { return this.dossier ? [this.dossier] : [] }
  async track() { return this.dossier }
  async answerSupplement(): Promise<Dossier> {
    if (!this.dossier) throw new TypeError('no dossier')
    const { supplement } = this.dossier
    this.dossier = { ...this.dossier, state: 2, ...(supplement && { supplement: { ...supplement, answeredAt: '2026-11-22T08:00:00+07:00' } }) }
    return this.dossier
  }
  async withdraw(): Promise<Dossier> {
    if (!this.dossier) throw new TypeError('no dossier')
    this.dossier = { ...this.dossier, state: 7 }
    return this.dossier
  }
  async intakeSlip() {
    return {
      number: '0001/TNHS', code: FIXTURE_CODE, agencyName: 'Ủy ban nhân dân xã Mỹ Thuận', procedureName: 'Cấp bản sao trích lục', submitter: 'Nguyễn Văn Mẫu',
      documents: ['Giấy tờ chứng minh quan hệ'], receivedAt: '2026-11-21T15:10:00+07:00', dueAt: '2026-11-23T17:00:00+07:00', dueNote: 'Nhận sau 15 giờ nên hẹn ngày làm việc tiếp theo', receivedBy: 'Cán bộ Thử',
    }
  }
  async requestPayment() { return this.payment_ }
  async payment() { return this.payment_ }
  async resultFile() { return new TextEncoder().encode('%PDF-1.7') }
  async manifest() { return 'a.b.c' }
  async trust(): Promise<Trust> { return { anchors: [], agencies: [] } }
}

export const FIXTURE_DOSSIER: Dossier = {
  code: FIXTURE_CODE, slug: 'fixture-copy', procedureCode: '9.000635', procedureName: { vi: 'Cấp bản sao trích lục (thử)', en: 'Copy of an extract (test)' }, state: 5,
  submittedAt: '2026-11-21T09:30:00+07:00', dueAt: '2026-11-23T17:00:00+07:00', late: false, commune: '30838', agencyName: 'Ủy ban nhân dân xã Mỹ Thuận', lateReason: null,
  fee: { amountVnd: 16_000, state: 'paid', lines: [] }, results: [], attachments: [],
  steps: [
    { kind: 'submitted', at: '2026-11-21T09:30:00+07:00', state: 1, by: { role: 'citizen', name: 'Nguyễn Văn Mẫu' } },
    { kind: 'paid', at: '2026-11-21T09:40:00+07:00', state: 1, by: { role: 'system', name: 'Cổng tiếp nhận' }, sealed: 'system-seal' },
    { kind: 'receive', at: '2026-11-21T15:10:00+07:00', state: 2, by: { role: 'officer', name: 'Cán bộ Thử' }, sealed: 'officer-signature' },
    { kind: 'request-supplement', at: '2026-11-21T15:30:00+07:00', state: 5, by: { role: 'officer', name: 'Cán bộ Thử' }, note: 'Ảnh chụp bị mờ', sealed: 'officer-signature' },
  ],
  supplement: { documents: ['authorisation'], note: 'Ảnh chụp bị mờ, đề nghị chụp lại.', requestedAt: '2026-11-21T15:30:00+07:00' },
}

/** Drafts in memory that outlive an element, as the device's do. */
export function memoryDrafts(): DraftServices & { kept: Map<string, { content: DraftContent; savedAt: Date }> } {
  const kept = new Map<string, { content: DraftContent; savedAt: Date }>()
  return {
    kept,
    list: async (form) => [...kept].filter(([id]) => id.startsWith(form)).map(([id, draft]) => ({ id, ...structuredClone(draft) })).sort((a, b) => Number(b.savedAt) - Number(a.savedAt)),
    async save(key, content) {
      const savedAt = new Date()
      kept.set(key, { content: structuredClone(content), savedAt })
      return savedAt
    },
    async remove(key) { kept.delete(key) },
    async removeAll() { kept.clear() },
  }
}

export interface FixtureOptions { portal?: PortalServices; drafts?: DraftServices; definition?: FormDefinition }

/** Services of the fixture procedure in Mỹ Thuận. */
export function fixtureServices({ portal, drafts, definition = fixtureDefinition() }: FixtureOptions = {}): EformServices {
  return {
    loadDefinition: async (procedure) => (procedure === definition.procedure.slug || procedure === '9.000635' ? { kind: 'found', definition, sha256: 'b'.repeat(64) } : { kind: 'unknown' }),
    loadCommune: async (code) => (code === '30838' ? {
      code, name: 'Xã Mỹ Thuận', provinceCode: '91', provinceName: 'An Giang', agencyName: 'Ủy ban nhân dân xã Mỹ Thuận',
      desk: { address: 'Ấp Mỹ Thuận, xã Mỹ Thuận, tỉnh An Giang', phone: '0296 000 000', hours: 'Thứ Hai đến thứ Sáu, 7 giờ đến 11 giờ 30, 13 giờ 30 đến 17 giờ' }, endings: { [definition.procedure.slug]: 'submit' },
    } : null),
    loadPlaces: async () => FIXTURE_PLACES,
    ...(portal && { portal }), ...(drafts && { drafts }),
  }
}
