/** What a script of the page, an extension or a log can see of an element without reaching into its shadow root. */
export interface PageRecord { readonly lines: string[]; stop(): Promise<string> }

const LEVELS = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const

/** Writes down events that leave the element, console, errors, addresses, history, storage, locks and requests until it is stopped. */
export function recordPage(): PageRecord {
  const lines: string[] = []
  const undo: Array<() => void> = []
  const say = (kind: string, ...what: unknown[]): void => { lines.push(`${kind}: ${what.map(spell).join(' ')}`) }
  const wrap = (owner: object, name: string, kind: string): void => {
    const original: unknown = Reflect.get(owner, name)
    if (typeof original !== 'function') throw new TypeError(`Expected a function ${name}.`)
    const had = Object.hasOwn(owner, name)
    Reflect.set(owner, name, function (this: unknown, ...given: unknown[]): unknown { say(kind, ...given); return Reflect.apply(original, this, given) })
    undo.push(() => { if (had) Reflect.set(owner, name, original); else Reflect.deleteProperty(owner, name) })
  }
  for (const level of LEVELS) wrap(console, level, `console.${level}`)
  for (const name of ['pushState', 'replaceState']) wrap(history, name, `history.${name}`)
  wrap(globalThis, 'fetch', 'fetch')
  wrap(navigator, 'sendBeacon', 'sendBeacon')
  wrap(globalThis, 'postMessage', 'postMessage')
  wrap(EventTarget.prototype, 'dispatchEvent', 'event')
  wrap(Storage.prototype, 'setItem', 'storage')
  wrap(IDBObjectStore.prototype, 'put', 'IndexedDB')
  wrap(IDBFactory.prototype, 'open', 'IndexedDB open')
  wrap(LockManager.prototype, 'request', 'lock')
  const failed = (event: ErrorEvent | PromiseRejectionEvent): void => { say('failure', event instanceof ErrorEvent ? event.error : event.reason) }
  addEventListener('error', failed)
  addEventListener('unhandledrejection', failed)
  return {
    lines,
    async stop() {
      for (const back of undo) back()
      removeEventListener('error', failed)
      removeEventListener('unhandledrejection', failed)
      say('address', location.href, document.title, document.referrer, history.state)
      say('storage', { ...sessionStorage }, { ...localStorage })
      say('databases', await indexedDB.databases())
      say('page', document.documentElement.outerHTML)
      return lines.join('\n')
    },
  }
}

function spell(value: unknown): string {
  if (value instanceof Error) return `${value.name} ${value.message} ${value.stack ?? ''} ${spell(value.cause)}`
  if (value instanceof CustomEvent) return `${value.type} ${spell(value.detail)}`
  if (value instanceof Event) return value.type
  if (value instanceof Request) return value.url
  try { return typeof value === 'string' ? value : JSON.stringify(value) ?? String(value) } catch { return String(value) }
}
