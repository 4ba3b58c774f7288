const RETRY_MS = 3000

/** Something that arrives in a chunk of its own. Until then the view shows that it is on its way. */
export class Lazy<T> {
  /** What has arrived. */
  loaded: T | undefined
  readonly #load: () => Promise<T>
  readonly #arrived: () => void
  #loading = false

  constructor(load: () => Promise<T>, arrived: () => void) {
    this.#load = load
    this.#arrived = arrived
  }

  /** Starts loading when asked first; a lost connection is tried again on its own. */
  get(): T | undefined {
    if (this.loaded === undefined && !this.#loading) {
      this.#loading = true
      this.#load().then((loaded) => { this.loaded = loaded; this.#arrived() }, () => { setTimeout(() => { this.#loading = false; this.#arrived() }, RETRY_MS) })
    }
    return this.loaded
  }
}
