const INTENTS = ['start', 'resume', 'tracker'] as const
export type SignInIntent = (typeof INTENTS)[number]

/** What the person was about to do when they left to sign in. One word in session storage; no answers, no person. */
export class SignInReturn {
  readonly #key: string

  constructor(id: string) { this.#key = `motcua:after-sign-in:${id}` }

  remember(intent: SignInIntent): void { store()?.setItem(this.#key, intent) }
  forget(): void { store()?.removeItem(this.#key) }
  intent(): SignInIntent | undefined {
    const kept = store()?.getItem(this.#key)
    return INTENTS.find((intent) => intent === kept)
  }
}

/** Storage may be forbidden by the browser; then signing in returns to the start page. */
function store(): Storage | undefined {
  try { return globalThis.sessionStorage } catch { return undefined }
}
