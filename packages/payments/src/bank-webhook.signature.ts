import { SIGNATURE_PREFIX } from './bank-webhook.wire.ts'

/** Bytes a bank signs: the timestamp in seconds, a dot, and the body exactly as sent. */
function signedBytes(timestamp: string, rawBody: Uint8Array | string): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(`${timestamp}.`)
  const body = typeof rawBody === 'string' ? new TextEncoder().encode(rawBody) : rawBody
  const bytes = new Uint8Array(head.length + body.length)
  bytes.set(head)
  bytes.set(body, head.length)
  return bytes
}

async function importKey(secret: string, usage: 'sign' | 'verify') {
  return crypto.subtle.importKey('raw', new TextEncoder().encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [usage])
}

/** Signature header of a bank notification: `sha256=` and HMAC-SHA-256 in lower-case hexadecimal. */
export async function signBody(secret: string, timestamp: string, rawBody: Uint8Array | string): Promise<string> {
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', await importKey(secret, 'sign'), signedBytes(timestamp, rawBody)))
  return SIGNATURE_PREFIX + Array.from(mac, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** True when the header is the signature of timestamp and body. The MACs are compared inside WebCrypto, in constant time. */
export async function verifyBody(secret: string, timestamp: string, rawBody: Uint8Array | string, header: string): Promise<boolean> {
  const hex = header.startsWith(SIGNATURE_PREFIX) ? header.slice(SIGNATURE_PREFIX.length) : ''
  if (!/^[0-9a-f]{64}$/i.test(hex)) return false
  const mac = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  return crypto.subtle.verify('HMAC', await importKey(secret, 'verify'), mac, signedBytes(timestamp, rawBody))
}
