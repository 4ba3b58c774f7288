import { pagePolicy } from '@motcua/eforms/policy'

/** Content security policy of the simulators' own pages: no script but the file `/desk.js` where `scripts` is set. */
export function simulatorPolicy(options: { scripts?: boolean; formTargets?: readonly string[] } = {}): string {
  // Chromium applies form-action to the redirects that follow a form as well, so a sign-in names every stop on its way.
  const formAction = ["'self'", ...(options.formTargets ?? [])].join(' ')
  return [
    "default-src 'none'",
    ...(options.scripts === true ? ["script-src 'self'"] : []),
    "style-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    `form-action ${formAction}`,
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}

/**
 * The policy of the commune's page as the kit publishes it. Violations go to a same-origin address: over plain http Chromium
 * ignores `Reporting-Endpoints`, and a policy with `report-to` makes it ignore `report-uri` too, so only the latter is sent here.
 */
export function communePolicy(gateway: string): string { return `${pagePolicy({ gateway })}; report-uri /csp-reports` }

/** Headers that every page of the sandbox carries beside its policy. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'geolocation=(), camera=(), microphone=()',
}
