import type { Context } from 'hono'
import type { Markup } from '../http/simulator-page.ts'
import type { DeskGatewayClient } from './gateway-client.ts'
import type { DeskMessage, DeskSession } from './session.ts'

/** What the desk lends to a group of its pages. */
export interface DeskPages {
  client: DeskGatewayClient
  sessionOf(c: Context): DeskSession | undefined
  /** Shown once. */
  takeMessage(session: DeskSession): DeskMessage | undefined
  refusal(error: unknown): DeskMessage
  page(title: string, body: Markup): Markup
}
