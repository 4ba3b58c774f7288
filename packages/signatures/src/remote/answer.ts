import { readDer } from '../asn1/der-reader.ts'
import { fromBase64 } from '../bytes.ts'
import { RemoteSigningError } from './errors.ts'
import type { JsonAnswer } from './json-post.ts'

/** The answer is not what the protocol says; names the member, never its value. */
export function notUnderstood(service: string, expected: string, status?: number): RemoteSigningError {
  return new RemoteSigningError('ERR_REMOTE_SIGNING_ANSWER', `${service} answered something else than expected: ${expected}.`, status === undefined ? {} : { status })
}

/** Own member of a JSON object; `undefined` of anything else. */
export function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined
}

export function textMember(value: unknown, name: string): string | undefined {
  const found = member(value, name)
  return typeof found === 'string' && found !== '' ? found : undefined
}

/** Bytes of base64 text, white space inside it forgiven: one service breaks its lines. `undefined` when it is no base64. */
export function base64Bytes(value: unknown): Uint8Array | undefined {
  if (typeof value !== 'string') return undefined
  const text = value.replace(/\s+/g, '')
  if (text === '' || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined
  return fromBase64(text)
}

/** All of a list as bytes, exactly `count` of them where it is given; `undefined` otherwise. */
export function base64List(value: unknown, count?: number): Uint8Array[] | undefined {
  if (!Array.isArray(value) || value.length === 0 || (count !== undefined && value.length !== count)) return undefined
  const bytes = value.map(base64Bytes)
  return bytes.every((item) => item !== undefined) ? bytes : undefined
}

/** A certificate in base64 DER, with or without the PEM lines. */
export function certificateBytes(value: unknown): Uint8Array | undefined {
  return base64Bytes(typeof value === 'string' ? value.replace(/-----(BEGIN|END) CERTIFICATE-----/g, '') : value)
}

/** A refusal by status, before the body is read. */
export function demandSuccess(service: string, { status, body }: JsonAnswer): unknown {
  if (status >= 500) throw new RemoteSigningError('ERR_REMOTE_SIGNING_UNREACHABLE', `${service} answered ${status}.`, { status })
  if (status < 200 || status > 299) throw new RemoteSigningError('ERR_REMOTE_SIGNING_REFUSED', `${service} answered ${status}.`, { status })
  return body
}

/** ECDSA as r‖s of 64 bytes, whether the service writes it so or as ECDSA-Sig-Value (RFC 3279). */
export function ecdsaAsPair(signature: Uint8Array): Uint8Array {
  if (signature.length === 64) return signature
  try {
    const [r, s] = readDer(signature).children
    if (r && s) return Uint8Array.from([...padded(r.content), ...padded(s.content)])
  } catch {
    // Neither: the check against the certificate says so.
  }
  return signature
}

function padded(integer: Uint8Array): number[] {
  const bytes = [...integer]
  while (bytes.length > 32 && bytes[0] === 0) bytes.shift()
  return [...Array<number>(Math.max(0, 32 - bytes.length)).fill(0), ...bytes]
}
