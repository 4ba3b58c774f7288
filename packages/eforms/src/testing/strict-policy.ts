/**
 * Puts a browser test under the policy that the kit promises to run under, enforced: what breaks it is refused and
 * reported. No eval, no inline style, nothing from another origin, Trusted Types with Lit's policy alone. The `browser`
 * project loads it before every test file (`enforce-policy.ts`). `ws:` is the test runner's own connection.
 */
const meta = document.createElement('meta')
meta.httpEquiv = 'Content-Security-Policy'
meta.content = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self' ws:", "img-src 'self' blob:", "base-uri 'none'", "form-action 'self'",
  "require-trusted-types-for 'script'", "trusted-types lit-html 'allow-duplicates'",
].join('; ')
document.head.append(meta)

/** What the policy has refused so far: directive, place and sample. */
export const violations: string[] = []
document.addEventListener('securitypolicyviolation', (event) => {
  violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile ?? ''} ${event.sample}`)
})
