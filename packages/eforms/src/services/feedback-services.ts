import type { FeedbackCalls } from '@motcua/portal-client/feedback'

/** What `<motcua-feedback>` asks of a gateway beside signing in. */
export type FeedbackServices = Omit<FeedbackCalls, 'officer'>

/** The calls of a gateway, over the client and the session that every element of the page shares. */
export async function feedbackServices(portal: string): Promise<FeedbackServices> {
  const [{ portalServices }, { feedbackOf }] = await Promise.all([import('./portal-services.ts'), import('@motcua/portal-client/feedback')])
  return feedbackOf(portalServices(portal).client.transport)
}
