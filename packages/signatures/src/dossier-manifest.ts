import type { JsonObject, JsonValue } from '@motcua/core/json'

/** One result file as the manifest names it. */
export type ManifestFile = { name: string; /** Lower-case hex SHA-256 of the bytes. */ sha256: string; bytes: number }

/** What closes a dossier (hồ sơ): its outcome and the exact files that are its result. The payload of a `motcua-manifest+jwt`. */
export type DossierManifest = {
  /** Dossier code. */
  dossier: string
  /** Procedure code. */
  procedure: string
  outcome: 'positive' | 'negative'
  files: ManifestFile[]
  /** Code of the issuing agency. */
  issuer: string
  /** Who closed it: the agency's own id of the officer, never a personal id. */
  closedBy: string
  /** Seconds since 1970-01-01T00:00:00Z, as in RFC 7519. */
  iat: number
  /** Hex SHA-256 of the last statement in the dossier's log; `null` when there is none. */
  prev: string | null
}

export type ManifestResult = { ok: true; manifest: DossierManifest } | { ok: false; /** JSON Pointers of what is missing, wrong or not allowed. */ pointers: readonly string[] }

const SHA256 = /^[0-9a-f]{64}$/
const isText = (value: JsonValue | undefined): boolean => typeof value === 'string' && value.length > 0 && value.length <= 256
const isHash = (value: JsonValue | undefined): boolean => typeof value === 'string' && SHA256.test(value)
const isCount = (value: JsonValue | undefined): boolean => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

const CHECKS: Readonly<Record<keyof DossierManifest, (value: JsonValue | undefined) => boolean>> = {
  dossier: isText,
  procedure: isText,
  outcome: (value) => value === 'positive' || value === 'negative',
  files: (value) => Array.isArray(value) && value.length <= 100,
  issuer: isText,
  closedBy: isText,
  iat: isCount,
  prev: (value) => value === null || isHash(value),
}
const FILE_CHECKS: Readonly<Record<keyof ManifestFile, (value: JsonValue | undefined) => boolean>> = {
  name: isText,
  sha256: isHash,
  bytes: (value) => isCount(value) && value !== 0,
}

/**
 * Reads a verified payload as a manifest. Judges the shape only: whether files may be missing is for the close guard to say.
 *
 * @example
 * const verdict = await verifyStatement(jws, { typ: 'motcua-manifest+jwt', certificates })
 * const manifest = verdict.ok && parseManifest(verdict.payload)
 */
export function parseManifest(value: unknown): ManifestResult {
  if (!isObject(value)) return { ok: false, pointers: [''] }
  const pointers = check(value, CHECKS, '')
  const files = Object.hasOwn(value, 'files') ? value['files'] : undefined
  if (Array.isArray(files)) {
    files.forEach((file, index) => pointers.push(...(isObject(file) ? check(file, FILE_CHECKS, `/files/${index}`) : [`/files/${index}`])))
    const hashes = files.map((file) => (isObject(file) ? file['sha256'] : undefined))
    hashes.forEach((hash, index) => {
      if (hash !== undefined && hashes.indexOf(hash) !== index) pointers.push(`/files/${index}/sha256`)
    })
  }
  if (pointers.length > 0) return { ok: false, pointers: [...new Set(pointers)] }
  return { ok: true, manifest: value as unknown as DossierManifest }
}

function check(object: JsonObject, checks: Readonly<Record<string, (value: JsonValue | undefined) => boolean>>, at: string): string[] {
  const wrong = Object.entries(checks).filter(([key, isRight]) => !isRight(Object.hasOwn(object, key) ? object[key] : undefined)).map(([key]) => `${at}/${key}`)
  const extra = Object.keys(object).filter((key) => !Object.hasOwn(checks, key)).map((key) => `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
  return [...wrong, ...extra]
}

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)
