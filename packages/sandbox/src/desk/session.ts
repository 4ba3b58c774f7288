import { createHash, randomBytes } from 'node:crypto'

/** What the desk remembers of one browser. The bearer stays on the server, the browser only has the cookie's name for it. */
export interface DeskSession {
  id: string
  /** A sign-in on its way through the identity provider. */
  pending?: { state: string; verifier: string }
  officer?: { accessToken: string; expiresAt: string; displayName: string }
  /** Shown once, on the next page. */
  message?: DeskMessage
}

export interface DeskMessage {
  tone: 'good' | 'bad'
  text: string
  reasons?: ReadonlyArray<{ code: string; message: string }>
  supportCode?: string
}

export const DESK_COOKIE = 'motcua_desk'

/** Sessions of the desk, in memory: a restart signs the officer out. */
export class DeskSessions {
  readonly #sessions = new Map<string, DeskSession>()
  readonly #clock: () => Date

  constructor(clock: () => Date) { this.#clock = clock }

  open(): DeskSession {
    const session: DeskSession = { id: randomBytes(32).toString('base64url') }
    this.#sessions.set(session.id, session)
    return session
  }

  find(id: string | undefined): DeskSession | undefined {
    const session = id === undefined ? undefined : this.#sessions.get(id)
    if (session?.officer !== undefined && Date.parse(session.officer.expiresAt) <= this.#clock().getTime()) delete session.officer
    return session
  }

  close(id: string): void { this.#sessions.delete(id) }
}

/** Starts a sign-in by the portal contract; gives the address to send the browser to. */
export function beginSignIn(session: DeskSession, gateway: string, returnTo: string): string {
  const verifier = randomBytes(32).toString('base64url')
  const state = randomBytes(24).toString('base64url')
  session.pending = { state, verifier }
  const address = new URL(`${gateway}/v1/sign-in`)
  address.search = new URLSearchParams({
    return_to: returnTo, state, code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  }).toString()
  return address.href
}
