import type { Signing, SigningEvidence, SigningRequest } from '@motcua/portal-client/signing'
import type { SigningServices } from '../services/services.ts'
import { FIXTURE_CODE } from './services.ts'

export const SIGNING_PDF = new TextEncoder().encode('%PDF-1.7\n% trích lục khai sinh, bản dự thảo\n%%EOF\n')
const THUMBPRINT = 'c'.repeat(64)
const AT = '2026-11-23T09:00:00+07:00'

/** A gateway in memory that signs as the test says; counts what it was asked. */
export class FixtureSigning implements SigningServices {
  signing: Signing
  readonly begun: Array<{ fileId: string; key: string }> = []
  cancelled = 0
  /** What the next check finds; until then a request waits. */
  outcome: SigningRequest['state'] = 'waiting'
  failure: SigningRequest['failure']
  /** What it says of a request besides. */
  besides: Partial<SigningRequest> = {}
  bytes: Uint8Array = SIGNING_PDF
  /** Fails like a lost connection, before or after the gateway has heard. */
  lost: 'nothing' | 'look' | 'begin' | 'begin-after' | 'check' = 'nothing'

  constructor(signing: Signing) { this.signing = signing }

  async look(): Promise<Signing> {
    if (this.lost === 'look') throw new TypeError('network')
    return structuredClone(this.signing)
  }
  async file(): Promise<Uint8Array> { return this.bytes }
  async begin(_code: string, order: { fileId: string }, { idempotencyKey }: { idempotencyKey: string }): Promise<SigningRequest> {
    if (this.lost === 'begin') throw new TypeError('network')
    if (!this.begun.some(({ key }) => key === idempotencyKey)) this.begun.push({ fileId: order.fileId, key: idempotencyKey })
    this.signing.request = requestOf(this.signing, 'waiting')
    if (this.lost === 'begin-after') throw new TypeError('network')
    return this.signing.request
  }
  async check(): Promise<SigningRequest> {
    if (this.lost === 'check') throw new TypeError('network')
    const request = { ...requestOf(this.signing, this.outcome, this.failure), ...this.besides }
    if (this.outcome === 'recorded') this.#record(request)
    return request
  }
  async cancel(): Promise<SigningRequest> {
    this.cancelled += 1
    const request = this.signing.request = requestOf(this.signing, this.outcome === 'recorded' ? 'recorded' : 'cancelled')
    if (request.state === 'recorded') this.#record(request)
    return request
  }

  #record({ act }: SigningRequest): void {
    const one = (what: SigningEvidence['act']): SigningEvidence => ({ act: what, at: AT, by: 'Nguyễn Văn Lãnh', certificate: THUMBPRINT, sha256: this.signing.file?.sha256 ?? '', jws: 'a.b.c' })
    const { request: _, ...rest } = this.signing
    this.signing = {
      ...rest, evidence: [...rest.evidence, ...(act === 'sign' ? [one('approve'), one('sign')] : [one('issue')])],
      ...(act === 'sign' ? { next: 'issue' as const } : { next: null, hindrance: 'done' as const }),
    }
  }
}

export function requestOf(signing: Signing, state: SigningRequest['state'], failure?: SigningRequest['failure']): SigningRequest {
  return {
    id: `r-${signing.next ?? 'sign'}`, number: 1, act: signing.next ?? 'sign', state, fileId: 'f-1', sha256: signing.file?.sha256 ?? '', certificate: THUMBPRINT, startedAt: '2026-11-23T02:00:00Z', expiresAt: '2026-11-23T02:05:00Z',
    secondsLeft: state === 'waiting' ? 215 : 0, pollSeconds: 0.05, mine: true, ...(failure && { failure }),
  }
}

/** What a leader sees before signing. */
export async function fixtureSigning(change: Partial<Signing> = {}): Promise<Signing> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(SIGNING_PDF)))
  return {
    dossier: { code: FIXTURE_CODE, procedureCode: '9.000635', procedureName: { vi: 'Cấp bản sao trích lục (thử)', en: 'Copy of an extract (test)' }, agencyCode: 'H01.02', agencyName: 'Ủy ban nhân dân xã Mỹ Thuận' },
    next: 'sign', issuing: 'required', evidence: [],
    file: { fileId: 'f-1', name: 'du-thao-ket-qua.pdf', sha256: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''), bytes: 48_000, pages: 2, stage: 'draft' },
    certificate: { subject: 'Nguyễn Văn Lãnh CCCD:*********459', organisation: 'UBND xã Mỹ Thuận', issuer: 'Nơi cấp thử (TEST)', notBefore: '2026-01-01T00:00:00+07:00', notAfter: '2028-01-01T00:00:00+07:00', thumbprint: THUMBPRINT, objections: [] },
    ...change,
  }
}
