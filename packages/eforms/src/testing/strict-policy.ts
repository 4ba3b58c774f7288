/**
 * Puts a browser test under the policy that the kit promises to run under, as far as a test page can: no eval, no inline
 * style, Trusted Types with Lit's policy alone. Import it before anything that imports Lit.
 */
const meta = document.createElement('meta')
meta.httpEquiv = 'Content-Security-Policy'
meta.content = "script-src 'self' blob:; style-src-attr 'none'; require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'"
document.head.append(meta)

/** What the policy has refused so far: directive and sample. */
export const violations: string[] = []
document.addEventListener('securitypolicyviolation', (event) => { violations.push(`${event.violatedDirective} ${event.sourceFile ?? ''} ${event.sample}`) })
