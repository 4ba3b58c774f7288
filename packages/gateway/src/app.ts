import { Hono } from 'hono'
import { queueRoutes } from './appointments/officer-routes.ts'
import { appointmentRoutes } from './appointments/routes.ts'
import { officerFeedbackRoutes } from './feedback/officer-routes.ts'
import { feedbackRoutes } from './feedback/routes.ts'
import { definitionRoutes } from './definitions/routes.ts'
import { dossierRoutes } from './dossiers/routes.ts'
import { healthRoutes } from './health.ts'
import { correlate, describeError } from './http/access-log.ts'
import { cors } from './http/cors.ts'
import type { AppEnv } from './http/env.ts'
import { Problem, problemResponse } from './http/problem.ts'
import { officerRoutes } from './officer/routes.ts'
import { paymentRoutes } from './payments/routes.ts'
import { prefillRoutes } from './prefill/routes.ts'
import { resultRoutes } from './results/routes.ts'
import type { Services } from './services.ts'
import { signingRoutes } from './signing/routes.ts'
import { statisticsRoutes } from './statistics/routes.ts'
import { sessionRoutes } from './session/routes.ts'
import { uploadRoutes } from './uploads/routes.ts'

/** The portal contract as one application: correlation, CORS, routes, and every failure as a problem document. */
export function createApp(services: Services): Hono<AppEnv> {
  const { config, log } = services
  const app = new Hono<AppEnv>()
  app.use(correlate(log))
  app.use(cors(config.allowedOrigins, config.publicUrl))
  app.use(async (c, next) => {
    await next()
    c.res.headers.set('X-Content-Type-Options', 'nosniff')
    c.res.headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
  })

  app.route('/', healthRoutes(services))
  app.route('/', definitionRoutes(services))
  app.route('/', sessionRoutes(services))
  app.route('/', prefillRoutes(services))
  app.route('/', uploadRoutes(services))
  app.route('/', dossierRoutes(services))
  app.route('/', paymentRoutes(services))
  app.route('/', officerRoutes(services))
  app.route('/', signingRoutes(services))
  app.route('/', officerFeedbackRoutes(services))
  app.route('/', feedbackRoutes(services))
  app.route('/', statisticsRoutes(services))
  app.route('/', queueRoutes(services))
  app.route('/', appointmentRoutes(services))
  app.route('/', resultRoutes(services))

  app.notFound((c) => problemResponse('not-found', c.get('correlationId')))
  app.onError((error, c) => {
    const correlationId = c.get('correlationId')
    if (error instanceof Problem) return problemResponse(error.problem, correlationId, error.extras)
    log('error', 'unexpected-error', { correlationId, ...describeError(error) })
    return problemResponse('internal', correlationId)
  })
  return app
}
