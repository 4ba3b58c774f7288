/** The part of a browser that a sign-in over HTTP needs: cookies per host, and redirects one at a time. */
export class CookieBrowser {
  readonly #fetch: typeof fetch
  readonly #cookies = new Map<string, Map<string, string>>()

  constructor(fetchSite: typeof fetch) { this.#fetch = fetchSite }

  async get(url: string): Promise<Response> { return this.#send(new Request(url, { redirect: 'manual' })) }

  /** Submits a form as a page of the same site would. */
  async post(url: string, fields: Record<string, string>): Promise<Response> {
    const headers = { origin: new URL(url).origin, 'content-type': 'application/x-www-form-urlencoded' }
    return this.#send(new Request(url, { method: 'POST', headers, body: new URLSearchParams(fields).toString(), redirect: 'manual' }))
  }

  /** Follows redirects until `stop` holds for the next address; gives that address. */
  async follow(response: Response, from: string, stop: (url: URL) => boolean): Promise<URL> {
    let current = response
    let base = from
    for (let hop = 0; hop < 10; hop += 1) {
      const location = current.headers.get('location')
      if (location === null) throw new TypeError(`${new URL(base).host} answered ${current.status} without a redirect: ${await current.text()}`)
      const next = new URL(location, base)
      if (stop(next)) return next
      base = next.href
      current = await this.get(next.href)
    }
    throw new TypeError('more than 10 redirects')
  }

  async #send(request: Request): Promise<Response> {
    const jar = this.#jarOf(new URL(request.url).host)
    if (jar.size > 0) request.headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await this.#fetch(request)
    for (const cookie of response.headers.getSetCookie()) {
      const pair = cookie.split(';')[0] ?? ''
      const at = pair.indexOf('=')
      if (/expires=Thu, 01 Jan 1970/i.test(cookie)) jar.delete(pair.slice(0, at))
      else jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return response
  }

  #jarOf(host: string): Map<string, string> {
    const jar = this.#cookies.get(host) ?? new Map<string, string>()
    this.#cookies.set(host, jar)
    return jar
  }
}
