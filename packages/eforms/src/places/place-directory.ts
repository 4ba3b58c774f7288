import { PROVINCES } from '@motcua/schemas/reference'
import type { Province } from '@motcua/schemas/reference'
import { signal } from '@preact/signals-core'
import { foldForSearch as fold } from '@motcua/core/text'

/** Commune-level unit (xã, phường, đặc khu) of the two-tier administration. */
export interface Commune { code: string; name: string; kind: string; provinceCode: string; provinceName: string }

const MAX_RESULTS = 20

/** Names of provinces and communes, fetched once and only when a field or an answer needs them. */
export class PlaceDirectory {
  /** `loading` until the first fetch ends. Read it in an effect to be told. */
  readonly state = signal<'idle' | 'loading' | 'ready' | 'failed'>('idle')
  readonly provinces: readonly Province[] = PROVINCES
  readonly #communes = new Map<string, Commune>()
  readonly #folded = new Map<string, string>()
  readonly #fetch: () => Promise<unknown>
  #loading: Promise<void> = Promise.resolve()

  /** @param fetch gives the content of `reference/communes.json` */
  constructor(fetch: () => Promise<unknown>) { this.#fetch = fetch }

  /** Fetches once; a call after a failure tries again. Never rejects: read {@link state}. */
  load(): Promise<void> {
    if (this.state.peek() === 'idle' || this.state.peek() === 'failed') this.#loading = this.#load()
    return this.#loading
  }

  async #load(): Promise<void> {
    this.state.value = 'loading'
    try {
      this.#read(await this.#fetch())
      this.state.value = 'ready'
    } catch {
      this.state.value = 'failed'
    }
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

  /** Mark-insensitive; names that begin with the words come first. */
  search(words: string, provinceCode?: string): Commune[] {
    const wanted = fold(words)
    const starts: Commune[] = []
    const contains: Commune[] = []
    for (const commune of this.#communes.values()) {
      if (provinceCode && commune.provinceCode !== provinceCode) continue
      const name = this.#folded.get(commune.code) ?? ''
      const at = wanted === '' ? 0 : name.indexOf(wanted)
      if (at < 0) continue
      const bare = fold(commune.name)
      ;(bare.startsWith(wanted) ? starts : contains).push(commune)
      if (starts.length >= MAX_RESULTS) break
    }
    return [...starts, ...contains].slice(0, MAX_RESULTS)
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
        this.#folded.set(code, fold(`${kind} ${name} ${provinceName}`))
      }
    }
  }
}

function isRecord(value: unknown): value is Record<string, unknown> { return typeof value === 'object' && value !== null && !Array.isArray(value) }
function word(words: Record<string, unknown>, key: unknown): string {
  const found = typeof key === 'string' && Object.hasOwn(words, key) ? words[key] : undefined
  return typeof found === 'string' ? found : ''
}
