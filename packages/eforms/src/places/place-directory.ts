import { signal } from '@preact/signals-core'
import type { LegacyPlaces } from './legacy-places.ts'

/** Commune-level unit (xã, phường, đặc khu) of the two-tier administration. */
export interface Commune { code: string; name: string; kind: string; provinceCode: string; provinceName: string }

type ReadCommunes = (file: unknown) => ReadonlyMap<string, Commune>

/** A lost connection is tried again with the next name typed after this time. */
const RETRY_MS = 3000

/**
 * Names of communes, fetched once and only when a field or an answer needs them. What reads the files is handed in by those
 * who ask: a form without places need not carry it.
 */
export class PlaceDirectory {
  /** `loading` until the first fetch ends. Read it in an effect to be told. */
  readonly state = signal<'idle' | 'loading' | 'ready' | 'failed'>('idle')
  #communes: ReadonlyMap<string, Commune> = new Map()
  readonly #fetch: () => Promise<unknown>
  readonly #fetchFormer: (() => Promise<unknown>) | undefined
  #former: LegacyPlaces | undefined
  #loadingFormer: Promise<void> | undefined
  #retryAt = 0
  #retryFormerAt = 0
  #loading: Promise<void> = Promise.resolve()

  /**
   * @param fetch gives the content of `reference/communes.json`
   * @param fetchFormer gives that of `reference/legacy-units.json`; without it names before July 2025 are not known
   */
  constructor(fetch: () => Promise<unknown>, fetchFormer?: () => Promise<unknown>) {
    this.#fetch = fetch
    this.#fetchFormer = fetchFormer
  }

  /** Fetches once; a call after a failure tries again. Never rejects: read {@link state}. `read` is `readCommunes`. */
  load(read: ReadCommunes): Promise<void> {
    if (this.state.peek() === 'idle' || this.state.peek() === 'failed') this.#loading = this.#load(read)
    return this.#loading
  }

  /** The same, for each name typed: after a failure it waits a little, and gives undefined meanwhile. */
  loadAgain(read: ReadCommunes): Promise<void> | undefined { return this.state.peek() === 'failed' && Date.now() < this.#retryAt ? undefined : this.load(read) }

  async #load(read: ReadCommunes): Promise<void> {
    this.state.value = 'loading'
    try {
      this.#communes = read(await this.#fetch())
      this.state.value = 'ready'
    } catch {
      this.#retryAt = Date.now() + RETRY_MS
      this.state.value = 'failed'
    }
  }

  /** Names before July 2025, once {@link loadFormer} has brought them. */
  get former(): LegacyPlaces | undefined { return this.#former }

  /** Fetches the names before July 2025, once; undefined when they are here or cannot be had now. Never rejects. */
  loadFormer(read: (file: unknown) => LegacyPlaces): Promise<void> | undefined {
    const fetch = this.#fetchFormer
    if (!fetch || this.#former || Date.now() < this.#retryFormerAt) return undefined
    return this.#loadingFormer ??= fetch()
      .then((file) => { this.#former = read(file) })
      .catch(() => { this.#retryFormerAt = Date.now() + RETRY_MS })
      .finally(() => { this.#loadingFormer = undefined })
  }

  /** All of them, in the order of their provinces; empty until they have come. */
  communes(): Commune[] { return [...this.#communes.values()] }

  /** Province code of a commune. Tracked: undefined until the list has come. */
  readonly provinceOf = (code: string): string | undefined => {
    void this.state.value
    return this.#communes.get(code)?.provinceCode
  }

  commune(code: string): Commune | undefined { return this.#communes.get(code) }

  /** "Xã Mỹ Thuận, An Giang", or the code while the list is not there. */
  communeName(code: string): string {
    const commune = this.#communes.get(code)
    return commune ? `${commune.kind} ${commune.name}, ${commune.provinceName}` : code
  }
}
