const INTENTS = ['start', 'resume', 'tracker'] as const
export type SignInIntent = (typeof INTENTS)[number]

/** What the person was about to do when they left to sign in, and the name of the draft that waits. In session storage; no answers, no person. */
export class SignInReturn {
  readonly #key: string

  constructor(id: string) { this.#key = `motcua:after-sign-in:${id}` }

  remember(intent: SignInIntent, draft?: string): void { store()?.setItem(this.#key, intent === 'resume' && draft ? `${intent} ${draft}` : intent) }
  forget(): void { store()?.removeItem(this.#key) }
  intent(): SignInIntent | undefined { return INTENTS.find((intent) => intent === this.#kept()[0]) }
  draft(): string | undefined { return this.#kept()[1] }

  #kept(): string[] { return store()?.getItem(this.#key)?.split(' ') ?? [] }
}

/** Storage may be forbidden by the browser; then signing in returns to the start page. */
function store(): Storage | undefined {
  try { return globalThis.sessionStorage } catch { return undefined }
}
