/** More than a few waiting to be spoken would call people who have long been served. */
const MOST_WAITING = 3
/** A call takes seconds: what has not been spoken by then never will be. */
const LOST_MS = 120_000

/**
 * Speaks calls with a Vietnamese voice of the machine itself. A voice that lies elsewhere is not used: it would send the text
 * over the network. Without one nothing is spoken.
 */
export class SpokenCall {
  /** The browser wants a press on the page before it speaks. */
  isBlocked = false
  readonly #changed: () => void
  /** With when they were given; held until they are spoken, for the end of what nobody holds may never be told. */
  readonly #waiting = new Map<SpeechSynthesisUtterance, number>()

  constructor(changed: () => void) {
    this.#changed = changed
    // Some browsers look for their voices when they are first asked for them.
    globalThis.speechSynthesis?.getVoices()
  }

  say(text: string): void {
    const { speechSynthesis } = globalThis
    const voice = speechSynthesis?.getVoices().find(({ lang, localService }) => localService && /^vi\b/i.test(lang))
    const now = Date.now()
    if ([...this.#waiting.values()].some((since) => now - since > LOST_MS)) this.stop()
    if (!voice || this.#waiting.size >= MOST_WAITING) return
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.rate = 0.9
    const ended = (): void => { this.#waiting.delete(utterance) }
    utterance.addEventListener('end', ended, { once: true })
    utterance.addEventListener('error', ({ error }) => { ended(); if (error === 'not-allowed') this.#block(true) }, { once: true })
    this.#waiting.set(utterance, now)
    speechSynthesis.speak(utterance)
  }

  /** After a press: from now on it may. */
  allow(text: string): void {
    this.#block(false)
    this.say(text)
  }

  stop(): void {
    this.#waiting.clear()
    globalThis.speechSynthesis?.cancel()
  }

  #block(isBlocked: boolean): void {
    this.isBlocked = isBlocked
    this.#changed()
  }
}

/** A number as it is spoken, sign by sign. */
export function spelled(ticket: string): string { return [...ticket].join(' ') }
