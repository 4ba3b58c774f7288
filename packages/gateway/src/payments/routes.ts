import type { NotificationOutcome } from '@motcua/payments'
import { Hono } from 'hono'
import { ownDossier } from '../dossiers/find.ts'
import { idempotencyKey } from '../dossiers/idempotency.ts'
import { describeError } from '../http/access-log.ts'
import { readBytes } from '../http/body.ts'
import type { AppEnv } from '../http/env.ts'
import { Problem } from '../http/problem.ts'
import type { Services } from '../services.ts'
import { requireSession } from '../session/sessions.ts'
import { recordTransfer } from './record-transfer.ts'
import { requestPayment } from './request.ts'
import { paymentView } from './view.ts'

const NOTIFICATION_BYTES = 65_536

/** Payment requests of the applicant, and the signed notifications of providers. */
export function paymentRoutes(services: Services): Hono<AppEnv> {
  const { db, clock, config, log } = services
  const app = new Hono<AppEnv>()
  const signedIn = requireSession(db, clock)

  app.post('/v1/dossiers/:code/payments', signedIn, async (c) => {
    const { person } = c.get('session')
    const row = await ownDossier(services, c.req.param('code'), person)
    const id = await requestPayment(services, row, { person, key: idempotencyKey(c) })
    const payment = await db.selectFrom('payments').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    c.header('Cache-Control', 'no-store')
    return c.json(await paymentView(db, payment, clock()), 201)
  })

  app.get('/v1/payments/:paymentId', signedIn, async (c) => {
    const payment = await db.selectFrom('payments').innerJoin('dossiers', 'dossiers.code', 'payments.dossier_code').selectAll('payments')
      .where('payments.id', '=', c.req.param('paymentId')).where('dossiers.owner_subject', '=', c.get('session').person.subject).executeTakeFirst()
    if (payment === undefined) throw new Problem('payment-not-found')
    c.header('Cache-Control', 'no-store')
    return c.json(await paymentView(db, payment, clock()))
  })

  app.post('/v1/notifications/:provider', async (c) => {
    const provider = config.paymentProviders.find((candidate) => candidate.id === c.req.param('provider'))
    if (provider === undefined) throw new Problem('provider-unknown')
    const rawBody = await readBytes(c.req.raw, NOTIFICATION_BYTES)
    const notification = await provider.verifyNotification(rawBody, c.req.raw.headers)
    if (notification.kind === 'rejected') {
      // Nothing of it is kept: a forged notification must not stand in the way of the real one.
      log('warn', 'notification-rejected', { correlationId: c.get('correlationId'), provider: provider.id, reason: notification.code })
      throw new Problem('notification-not-verified')
    }
    let outcome: NotificationOutcome
    try {
      outcome = notification.kind === 'ignored' ? { kind: 'ignored' } : await recordTransfer(services, provider.id, notification)
    } catch (error) {
      log('error', 'notification-failed', { correlationId: c.get('correlationId'), provider: provider.id, ...describeError(error) })
      outcome = { kind: 'failed' }
    }
    const reply = provider.reply(outcome)
    return new Response(reply.body, { status: reply.status, headers: reply.headers })
  })

  return app
}
