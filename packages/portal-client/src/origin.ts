import { PortalInsecureOriginError } from './errors.ts'

const LOOPBACK = /^(localhost|[a-z0-9-]+(\.[a-z0-9-]+)*\.localhost|127(\.\d{1,3}){3}|\[::1\])$/

/**
 * The portal's base address, which must be HTTPS or this machine; with a trailing slash.
 *
 * @throws PortalInsecureOriginError for plain HTTP to another machine.
 * @throws TypeError for something that is no absolute HTTP address, or carries credentials, a query or a fragment.
 */
export function secureBase(address: string): string {
  let url: URL
  try { url = new URL(address) } catch { throw new TypeError('expected an absolute portal address such as https://gateway.example') }
  if (!['https:', 'http:'].includes(url.protocol) || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new TypeError('expected a portal address with scheme https and without credentials, query or fragment')
  }
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) {
    throw new PortalInsecureOriginError(`the portal at ${url.host} is not served over HTTPS, so nothing is sent to it: use its https:// address`)
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}
