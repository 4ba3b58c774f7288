import { sha256Of } from '../services/sha256.ts'

/** How far the file is that will be signed. It may be signed only once the person could open the very bytes. */
export type FileState = 'loading' | 'matches' | 'differs' | 'failed'

/** Fetches a file, compares its SHA-256 with what was said of it, and keeps it for a link. */
export class ShownFile {
  state: FileState = 'loading'
  /** Address of the bytes, while they match. */
  url: string | undefined
  readonly #changed: () => void
  #wanted = ''

  constructor(changed: () => void) { this.#changed = changed }

  async show(sha256: string, load: () => Promise<Uint8Array>): Promise<void> {
    if (this.#wanted === sha256 && this.state === 'matches') return
    this.forget()
    this.#wanted = sha256
    this.state = 'loading'
    this.#changed()
    const outcome = await load().then(async (bytes) => {
      const own = Uint8Array.from(bytes)
      return { own, matches: await sha256Of(own) === sha256 }
    }, () => undefined)
    if (this.#wanted !== sha256) return
    this.state = outcome === undefined ? 'failed' : outcome.matches ? 'matches' : 'differs'
    if (outcome?.matches) this.url = URL.createObjectURL(new Blob([outcome.own], { type: 'application/pdf' }))
    this.#changed()
  }

  forget(): void {
    if (this.url !== undefined) URL.revokeObjectURL(this.url)
    this.url = undefined
    this.#wanted = ''
  }
}
