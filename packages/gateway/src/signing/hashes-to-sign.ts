import type { HashToSign } from '@motcua/signatures/remote'
import type { RequestRow } from './situation.ts'

const DOCUMENTS = ['Kết quả', 'Phê duyệt kết quả'] as const
const ACTS = { sign: 'ký', issue: 'phát hành' } as const

/**
 * What the service is asked to sign, in the words that the person reads on their device. The number tells a request from one that was
 * cancelled before and still stands beside it there.
 */
export function hashesToSign({ id, dossier_code, act, number, hashes }: Pick<RequestRow, 'id' | 'dossier_code' | 'act' | 'number' | 'hashes'>): HashToSign[] {
  return hashes.map((hash, index) => ({
    digest: new Uint8Array(Buffer.from(hash, 'hex')), docId: `${id}-${index}`, docName: `${DOCUMENTS[index] ?? DOCUMENTS[0]} hồ sơ ${dossier_code}, ${ACTS[act]} lần ${number}`,
  }))
}
