import { pagePolicy } from '../policy.ts'

/**
 * Puts a browser test under the policy that the kit promises to run under, enforced: what breaks it is refused and
 * reported. No eval, no inline style, nothing from another origin, Trusted Types with Lit's policy alone. The `browser`
 * project loads it before every test file (`enforce-policy.ts`). `ws:` is the test runner's own connection.
 */
const meta = document.createElement('meta')
meta.httpEquiv = 'Content-Security-Policy'
// In a page itself nothing can be said about frames around it.
meta.content = pagePolicy().replace("; frame-ancestors 'none'", '').replace("connect-src 'self'", "connect-src 'self' ws:")
document.head.append(meta)

/** What the policy has refused so far: directive, place and sample. */
export const violations: string[] = []
document.addEventListener('securitypolicyviolation', (event) => {
  violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile ?? ''} ${event.sample}`)
})
