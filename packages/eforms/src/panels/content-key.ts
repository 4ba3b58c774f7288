/** One key for one content: a repeat of the same is done once, another content is another act. */
export class ContentKey {
  #content = ''
  #key = ''

  of(content: unknown): string {
    const text = JSON.stringify(content)
    if (text !== this.#content || this.#key === '') { this.#content = text; this.#key = crypto.randomUUID() }
    return this.#key
  }

  /** Its outcome is known: the same content would be another act. */
  spent(): void { this.#key = '' }
}
