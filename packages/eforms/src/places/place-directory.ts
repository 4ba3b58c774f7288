import { PROVINCES } from '@motcua/schemas/reference'
import type { Province } from '@motcua/schemas/reference'
import { signal } from '@preact/signals-core'
import type { LegacyPlaces } from './legacy-places.ts'

/** Commune-level unit (xã, phường, đặc khu) of the two-tier administration. */
export interface Commune { code: string; name: string; kind: string; provinceCode: string; provinceName: string }

/** A lost connection is tried again with the next name typed after this time. */
const RETRY_MS = 3000

/** Names of provinces and communes, fetched once and only when a field or an answer needs them. */
export class PlaceDirectory {
  /** `loading` until the first fetch ends. Read it in an effect to be told. */
  readonly state = signal<'idle' | 'loading' | 'ready' | 'failed'>('idle')
  readonly provinces: readonly Province[] = PROVINCES
  readonly #communes = new Map<string, Commune>()
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

  /** Fetches once; a call after a failure tries again. Never rejects: read {@link state}. */
  load(): Promise<void> {
    if (this.state.peek() === 'idle' || this.state.peek() === 'failed') this.#loading = this.#load()
    return this.#loading
  }

  /** The same, for each name typed: after a failure it waits a little, and gives undefined meanwhile. */
  loadAgain(): Promise<void> | undefined { return this.state.peek() === 'failed' && Date.now() < this.#retryAt ? undefined : this.load() }

  async #load(): Promise<void> {
    this.state.value = 'loading'
    try {
      this.#read(await this.#fetch())
      this.state.value = 'ready'
    } catch {
      this.#retryAt = Date.now() + RETRY_MS
      this.state.value = 'failed'
    }
  }

  /** Names before July 2025, once {@link loadFormer} has brought them. */
  get former(): LegacyPlaces | undefined { return this.#former }

  /** Fetches the names before July 2025, once; undefined when they are here or cannot be had now. Never rejects. What reads them is with those who search. */
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

  provinceName(code: string): string {
    const province = this.provinces.find((p) => p.code === code)
    return province ? `${province.kind} ${province.name}` : code
  }

  /** Rows `[code, name, kind letter]` by province code, kind words beside them (`CommuneTable` of `@motcua/schemas`). */
  #read(file: unknown): void {
    if (!isRecord(file) || !isRecord(file.provinces) || !isRecord(file.kinds)) throw new TypeError('communes.json: expected an object with "kinds" and "provinces".')
    for (const [provinceCode, rows] of Object.entries(file.provinces)) {
      const provinceName = PROVINCES.find((province) => province.code === provinceCode)?.name
      if (provinceName === undefined || !Array.isArray(rows)) continue
      for (const row of rows as unknown[]) {
        const [code, name, letter]: unknown[] = Array.isArray(row) ? row : []
        if (typeof code !== 'string' || typeof name !== 'string') continue
        const kind = word(file.kinds, letter)
        this.#communes.set(code, { code, name, kind, provinceCode, provinceName })
      }
    }
  }
}

function isRecord(value: unknown): value is Record<string, unknown> { return typeof value === 'object' && value !== null && !Array.isArray(value) }
function word(words: Record<string, unknown>, key: unknown): string {
  const found = typeof key === 'string' && Object.hasOwn(words, key) ? words[key] : undefined
  return typeof found === 'string' ? found : ''
}
