import { type CertificateSummary, describeCertificate, RemoteSigningError, type SignerIdentity } from '@motcua/signatures/remote'
import { SignerError } from '@motcua/signatures/sign'
import { Problem } from '../http/problem.ts'
import type { SigningRight } from './config.ts'

/** The person's certificate at the service, and what may be said of it. Throws `signing-service-unavailable` or `signing-certificate-unfit`. */
export async function certificateOf({ signer }: SigningRight, options: { at: Date; entitled: readonly Uint8Array[] }): Promise<{ identity: SignerIdentity; summary: CertificateSummary }> {
  try {
    const identity = await signer.getCertificate()
    return { identity, summary: await describeCertificate(identity, options) }
  } catch (cause) {
    // What cannot be read as a certificate is none to sign with.
    if (cause instanceof SignerError || (cause instanceof RemoteSigningError && cause.code === 'ERR_REMOTE_SIGNING_CREDENTIAL')) throw new Problem('signing-certificate-unfit', { reasons: [{ code: 'credential', message: OBJECTIONS.credential }] }, { cause })
    if (cause instanceof RemoteSigningError) throw new Problem('signing-service-unavailable', {}, { cause })
    throw cause
  }
}

/** Why a certificate cannot be used, for the officer. */
export const OBJECTIONS = {
  expired: 'Chứng thư số đã hết hạn.', 'not-yet-valid': 'Chứng thư số chưa đến ngày có hiệu lực.', 'not-for-signing': 'Chứng thư số không được cấp để ký văn bản.',
  weak: 'Khóa của chứng thư số quá yếu.', 'key-mismatch': 'Khóa của chứng thư số không phù hợp để ký.', 'not-entitled': 'Chứng thư số không nằm trong danh sách được ký cho cơ quan này.',
  credential: 'Dịch vụ ký số không cho dùng khóa này.',
} as const
