import type { SessionRecord } from '../session/sessions.ts'

/** What middleware leaves on the request for handlers. */
export interface AppEnv {
  Variables: {
    correlationId: string
    session: SessionRecord
  }
}
