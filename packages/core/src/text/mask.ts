/** Characters kept at the end of a masked number. */
const KEPT = 3
const MAX_DEPTH = 12

/**
 * One pass over free text. The first two alternatives are left as they are: correlation ids and hashes are what a log is searched by.
 */
const SENSITIVE = /* @__PURE__ */ new RegExp([
  '(?<keep>\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b|\\b[0-9a-f]{64}\\b)',
  '(?<url>\\bhttps?://[^\\s"\'<>]+)',
  '(?<email>[^\\s@<>"\'()]{1,64}@[^\\s@<>"\'()]+\\.[A-Za-z]{2,63})',
  '(?<token>\\b(?:Bearer|Basic|Apikey)\\s+\\S+|(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]*)?)',
  '(?<phone>(?<![0-9A-Za-z])(?:\\+?84|0)[ .]?[1-9][0-9]{1,2}[ .]?[0-9]{3}[ .]?[0-9]{3,4}(?![0-9A-Za-z]))',
  '(?<number>[0-9]{9,})',
].join('|'), 'giu')

/** Names of members that hold personal data or secrets, folded to letters and digits. */
const ID_KEYS = /(personalid|pid|sodinhdanh|socccd|socmnd|cccd|cmnd|passport|phone|sodienthoai|accountnumber|sotaikhoan|idnumber)$/u
const SECRET_KEYS = /(token|secret|password|authorization|cookie|signature|privatekey|otp|apikey|codeverifier)$/u
const PERSONAL_KEYS = /(fullname|hovaten|hoten|displayname|birthdate|ngaysinh|dateofbirth|address|residence|diachi|email|thudientu|holder|payer|answers)$/u

/** Masks a personal identification number or any other number, keeping the last 3 characters; a shorter text is masked whole. */
export function maskPersonalId(personalId: string): string {
  return keepLast(personalId)
}

/** Masks a phone number, keeping the last 3 digits. */
export function maskPhone(phone: string): string {
  return keepLast(phone.replace(/[\s.\-()]/g, ''))
}

/** Masks the local part of an e-mail address; what is no address is masked whole. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  return at > 0 && at < email.length - 1 ? `***${email.slice(at)}` : '***'
}

/**
 * Masks personal data inside free text for logs and error reports: numbers of 9 digits and more and phone numbers keep their
 * last 3 digits, e-mail addresses their domain, URLs their origin, bearer tokens nothing. UUIDs and SHA-256 hashes stay. Names cannot be
 * recognised in free text: never put them into a message.
 *
 * @example
 * maskText('001099000123 gọi 0912 345 678') // '*********123 gọi *******678'
 */
export function maskText(text: string): string {
  return text.replace(SENSITIVE, (match: string, ...rest: unknown[]) => {
    const groups = namedGroups(rest.at(-1))
    if (groups.has('keep')) return match
    if (groups.has('url')) return `${/^https?:\/\/[^/?#@\s]*/iu.exec(match)?.[0] ?? ''}/***`
    if (groups.has('email')) return maskEmail(match)
    if (groups.has('token')) return '***'
    return groups.has('phone') ? maskPhone(match) : keepLast(match)
  })
}

/**
 * A copy of a value that is safe to log: text is masked by {@link maskText}, members whose name says that they hold personal data or
 * secrets are masked whatever their value, errors become name, code and masked message. Cycles and more than 12 levels become `'***'`; never throws.
 *
 * @example
 * maskDeep({ personalId: '001099000123', fullName: 'Nguyễn Văn A' }) // { personalId: '*********123', fullName: '***' }
 */
export function maskDeep(value: unknown): unknown {
  return mask(value, new Set(), 0)
}

function mask(value: unknown, seen: Set<object>, depth: number): unknown {
  if (typeof value === 'string') return maskText(value)
  if (typeof value === 'bigint') return maskText(String(value))
  if (typeof value !== 'object' || value === null) return typeof value === 'function' || typeof value === 'symbol' ? '***' : value
  if (seen.has(value) || depth >= MAX_DEPTH) return '***'
  seen.add(value)
  try {
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? '***' : value.toISOString()
    if (value instanceof Error) return maskError(value)
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `*** ${value.byteLength} bytes`
    if (Array.isArray(value)) return value.map((item) => mask(item, seen, depth + 1))
    if (value instanceof Map || value instanceof Set) return '***'
    // fromEntries defines own properties, so a key such as __proto__ stays data.
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [maskText(key), maskMember(key, member, seen, depth)]))
  } catch {
    return '***'
  } finally {
    seen.delete(value)
  }
}

function maskMember(key: string, member: unknown, seen: Set<object>, depth: number): unknown {
  if (member === null || member === undefined || typeof member === 'boolean') return member
  const folded = key.toLowerCase().replace(/[^a-z0-9]/gu, '')
  if (SECRET_KEYS.test(folded) || PERSONAL_KEYS.test(folded)) return '***'
  if (ID_KEYS.test(folded)) return typeof member === 'string' || typeof member === 'number' ? keepLast(String(member)) : '***'
  return mask(member, seen, depth + 1)
}

function maskError(error: Error): Record<string, unknown> {
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  return { name: error.name, ...code, message: maskText(error.message) }
}

function keepLast(text: string): string {
  const length = text.length
  return length <= KEPT ? '*'.repeat(length) : '*'.repeat(length - KEPT) + text.slice(-KEPT)
}

function namedGroups(groups: unknown): Set<string> {
  if (typeof groups !== 'object' || groups === null) return new Set()
  return new Set(Object.entries(groups).filter(([, value]) => value !== undefined).map(([name]) => name))
}
