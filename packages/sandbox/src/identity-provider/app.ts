import type { IncomingMessage, ServerResponse } from 'node:http'
import type { NodeHandler } from '../http/dispatch.ts'
import { nodeHandler } from '../http/node-handler.ts'
import { createSimulatorApp } from '../http/simulator-app.ts'
import { simulatorPage } from '../http/simulator-page.ts'
import { ASSURANCE_LEVELS } from './claims.ts'
import type { AssuranceLevel } from './claims.ts'
import { problemView, signInView } from './pages.ts'
import { findPerson } from './people.ts'
import { createProvider, forgetSession } from './provider.ts'
import type { GatewayClient } from './provider.ts'

export interface IdentityProviderOptions {
  issuer: string
  client: GatewayClient
  /** Origins that the redirects after the form pass through. */
  signInStops: readonly string[]
}

const PAGE = { title: 'Đăng nhập định danh điện tử', standsFor: 'Trang này đóng vai dịch vụ đăng nhập của Cổng Dịch vụ công quốc gia, không phải VNeID thật.' }

/** The simulated national sign-in: oidc-provider behind pages on which a tester picks who to be. */
export async function createIdentityProvider({ issuer, client, signInStops }: IdentityProviderOptions): Promise<NodeHandler> {
  const levels = new Map<string, AssuranceLevel>()
  const provider = await createProvider(issuer, client, (grantId) => levels.get(grantId ?? '') ?? 1)
  const app = createSimulatorApp(issuer, { formTargets: signInStops })

  app.get('/', (c) => c.html(simulatorPage({ ...PAGE, body: problemView('Trang này chỉ mở khi một trang khác đưa bạn tới để đăng nhập.') })))

  app.get('/interaction/:uid', async (c) => {
    const interaction = await currentInteraction(c.env.incoming, c.env.outgoing)
    if (interaction === undefined) return c.html(simulatorPage({ ...PAGE, body: problemView(EXPIRED) }), 400)
    return c.html(simulatorPage({ ...PAGE, body: signInView(interaction.uid) }))
  })

  app.post('/interaction/:uid', async (c) => {
    const interaction = await currentInteraction(c.env.incoming, c.env.outgoing)
    if (interaction === undefined) return c.html(simulatorPage({ ...PAGE, body: problemView(EXPIRED) }), 400)
    const form = await c.req.formData()
    if (form.get('choice') !== 'sign-in') {
      const cancelled = { error: 'access_denied', error_description: 'The person cancelled the sign-in' }
      return c.redirect(await provider.interactionResult(c.env.incoming, c.env.outgoing, cancelled), 303)
    }
    const person = findPerson(String(form.get('person')))
    const level = readLevel(form.get('level'))
    if (person === undefined || level === undefined) {
      return c.html(simulatorPage({ ...PAGE, body: signInView(interaction.uid, 'Hãy chọn một người và một mức định danh.') }), 422)
    }
    const grant = new provider.Grant({ accountId: person.accountId, clientId: client.clientId })
    grant.addOIDCScope('openid')
    const grantId = await grant.save()
    levels.set(grantId, level)
    const result = { login: { accountId: person.accountId, acr: `LoA${level}`, remember: false }, consent: { grantId } }
    return c.redirect(await provider.interactionResult(c.env.incoming, c.env.outgoing, result), 303)
  })

  async function currentInteraction(incoming: IncomingMessage, outgoing: ServerResponse): Promise<{ uid: string } | undefined> {
    try {
      return await provider.interactionDetails(incoming, outgoing)
    } catch {
      return undefined
    }
  }

  const pages = nodeHandler(app)
  const protocol = provider.callback()
  return (request, response) => {
    request.headers.cookie = forgetSession(request.headers.cookie)
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    const ours = path === '/' || path.startsWith('/interaction/') || path === '/simulator.css' || path === '/favicon.ico'
    return ours ? pages(request, response) : protocol(request, response)
  }
}

const EXPIRED = 'Lần đăng nhập này đã hết hạn hoặc đã xong. Hãy quay lại trang của xã và bấm đăng nhập lần nữa.'

function readLevel(value: unknown): AssuranceLevel | undefined {
  return ASSURANCE_LEVELS.find((level) => String(level) === value)
}
