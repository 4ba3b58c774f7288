export interface PagePolicyOptions {
  /** Origin of the gateway, such as `https://gateway.example`. @default none: forms that end in a hand-off */
  gateway?: string
}

/**
 * The Content-Security-Policy of a page that carries the kit: all that it needs, and nothing more. Throws a `TypeError` when the
 * gateway is not written as an origin.
 *
 * `'allow-duplicates'`, since a second copy of Lit, of another widget or of a second version of the kit, makes the same Trusted
 * Types policy once more and would not start without. `blob:` shows a picture that the person has just chosen.
 *
 * @example response.setHeader('content-security-policy', pagePolicy({ gateway: 'https://gateway.example' }))
 */
export function pagePolicy({ gateway }: PagePolicyOptions = {}): string {
  if (gateway !== undefined && (!URL.canParse(gateway) || new URL(gateway).origin !== gateway)) throw new TypeError('Expected the gateway as an origin: scheme, host and perhaps port, nothing after it.')
  return [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' blob:", `connect-src ${["'self'", ...(gateway === undefined ? [] : [gateway])].join(' ')}`,
    "require-trusted-types-for 'script'", "trusted-types lit-html 'allow-duplicates'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
  ].join('; ')
}
