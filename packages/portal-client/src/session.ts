import type { Session } from './contract.ts'

/** Holds the bearer of the signed-in person. In memory only: nothing in it is written to storage. */
export interface SessionHolder {
  /** The session, or null when there is none or its time has passed. */
  current(): Session | null
  set(session: Session): void
  clear(): void
}

/**
 * A session holder in memory. It forgets a session when its time has passed.
 *
 * @example
 * const session = createSessionHolder()
 * const client = createPortalClient({ baseUrl: 'https://gateway.example', session })
 */
export function createSessionHolder(options: { /** @default Date.now */ now?: () => number } = {}): SessionHolder {
  const now = options.now ?? Date.now
  let held: Session | null = null
  return {
    current() {
      if (held !== null && Date.parse(held.expiresAt) <= now()) held = null
      return held
    },
    set(session) { held = session },
    clear() { held = null },
  }
}
