export interface PagePolicyOptions {
  /** Origin of the gateway, such as `https://gateway.example`. @default none: forms that end in a hand-off */
  gateway?: string
  /** Hashes of scripts that stand in the page, such as of an import map: `sha256-…`. @default none */
  scripts?: readonly string[]
}

const HASH = /^sha(256|384|512)-[\w+/]+={0,2}$/
/** An address may have `*` and `;` in its host, and a policy would read more out of them. */
const ORIGIN = /^https?:\/\/(?:[\w.-]+|\[[\da-f:]+\])(?::\d+)?$/

/**
 * The Content-Security-Policy of a page that carries the kit: all that it needs, and nothing more. Throws a `TypeError` when the
 * gateway is not written as an origin or a script not as a hash.
 *
 * `'allow-duplicates'`, since a second copy of Lit, of another widget or of a second version of the kit, makes the same Trusted
 * Types policy once more and would not start without. `blob:` shows a picture that the person has just chosen.
 *
 * @example response.setHeader('content-security-policy', pagePolicy({ gateway: 'https://gateway.example' }))
 */
export function pagePolicy({ gateway, scripts = [] }: PagePolicyOptions = {}): string {
  if (gateway !== undefined && (!ORIGIN.test(gateway) || !URL.canParse(gateway) || new URL(gateway).origin !== gateway)) throw new TypeError('Expected the gateway as an origin: http or https, host and perhaps port, nothing after it.')
  if (!scripts.every((hash) => HASH.test(hash))) throw new TypeError('Expected each script by its hash: sha256-, sha384- or sha512- and the hash in base64.')
  return [
    "default-src 'none'", `script-src ${["'self'", ...scripts.map((hash) => `'${hash}'`)].join(' ')}`, "style-src 'self'", "img-src 'self' blob:", `connect-src ${["'self'", ...(gateway === undefined ? [] : [gateway])].join(' ')}`,
    "require-trusted-types-for 'script'", "trusted-types lit-html 'allow-duplicates'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
  ].join('; ')
}
