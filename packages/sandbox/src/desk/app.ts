import type { Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Signer } from '@motcua/signatures/sign'
import { createSimulatorApp } from '../http/simulator-app.ts'
import type { SimulatorEnv } from '../http/simulator-app.ts'
import { simulatorPage } from '../http/simulator-page.ts'
import type { Markup } from '../http/simulator-page.ts'
import type { Sites } from '../http/sites.ts'
import { addCounters } from './counters.ts'
import { readDefinition } from './definition.ts'
import type { DeskDefinition } from './definition.ts'
import { DESK_SCRIPT } from './desk-script.ts'
import { addFeedback } from './feedback.ts'
import { DeskGatewayClient, problemOf } from './gateway-client.ts'
import type { OfficerDossier } from './gateway-client.ts'
import { dossierView, listView, signedInView, welcomeView } from './pages.ts'
import { addSigningPage } from './signing-page.ts'
import { beginSignIn, DESK_COOKIE, DeskSessions } from './session.ts'
import type { DeskMessage, DeskSession } from './session.ts'
import { DeskWork } from './work.ts'
import type { DeskOfficer } from './work.ts'

export interface DeskOptions {
  sites: Sites
  fetch: typeof fetch
  clock: () => Date
  /** Who the desk signs as. */
  officer: DeskOfficer
  /** Asked for at the first signature, because the signing service is another site. */
  signer: () => Promise<Signer>
  /** Folder of the kit's browser bundle, served as `/motcua/`. */
  kitDir: string
}

type Officer = NonNullable<DeskSession['officer']>
type Act = (dossier: OfficerDossier, definition: DeskDefinition | undefined, token: string, form: FormData) => Promise<string>

const STANDS_FOR = 'Trang này đóng vai phần mềm một cửa của cán bộ.'

/** The officer's desk: plain pages over the officer part of the portal contract, signing through the remote service. */
export function createDesk(options: DeskOptions): Hono<SimulatorEnv> {
  const { sites } = options
  // The gateway's sign-in is reached by a link, and no form leaves this site.
  const app = createSimulatorApp(sites.desk, { scripts: true })
  const client = new DeskGatewayClient(sites.gateway, options.fetch)
  const sessions = new DeskSessions(options.clock)
  const work = new DeskWork({ client, officer: options.officer, signer: options.signer, clock: options.clock })
  const definitions = new Map<string, DeskDefinition>()

  addSigningPage(app, { sites, kitDir: options.kitDir, standsFor: STANDS_FOR })
  app.get('/desk.js', (c) => c.body(DESK_SCRIPT, 200, { 'content-type': 'text/javascript; charset=utf-8' }))

  app.get('/', async (c) => {
    const session = sessionOf(c)
    const message = takeMessage(session)
    if (session?.officer === undefined) return c.html(page('Bàn làm việc của cán bộ', welcomeView(message)))
    try {
      const dossiers = await client.list(session.officer.accessToken)
      return c.html(page('Hồ sơ của cơ quan', listView(session.officer.displayName, dossiers, message)))
    } catch (error) {
      return c.html(page('Hồ sơ của cơ quan', listView(session.officer.displayName, [], refusal(error))), 502)
    }
  })

  app.get('/sign-in', (c) => {
    const session = sessionOf(c) ?? sessions.open()
    setCookie(c, DESK_COOKIE, session.id, { httpOnly: true, sameSite: 'Lax', path: '/' })
    return c.redirect(beginSignIn(session, sites.gateway, `${sites.desk}/signed-in`))
  })
  app.get('/signed-in', (c) => c.html(page('Đăng nhập', signedInView(), '/desk.js')))
  app.post('/signed-in', async (c) => {
    const session = sessionOf(c)
    const form = await c.req.formData()
    const { pending } = session ?? {}
    if (session === undefined || pending === undefined || form.get('state') !== pending.state) return c.redirect('/', 303)
    delete session.pending
    if (form.get('error') !== '') {
      session.message = { tone: 'bad', text: 'Bạn đã hủy đăng nhập.' }
      return c.redirect('/', 303)
    }
    try {
      session.officer = await client.createSession(String(form.get('code')), pending.verifier)
    } catch (error) {
      session.message = refusal(error)
    }
    return c.redirect('/', 303)
  })
  app.post('/sign-out', async (c) => {
    const session = sessionOf(c)
    if (session?.officer !== undefined) await client.endSession(session.officer.accessToken).catch(() => undefined)
    if (session !== undefined) sessions.close(session.id)
    deleteCookie(c, DESK_COOKIE)
    return c.redirect('/', 303)
  })

  addFeedback(app, { client, sessionOf, takeMessage, refusal, page })

  app.get('/dossiers/:code', async (c) => {
    const session = sessionOf(c)
    if (session?.officer === undefined) return c.redirect('/')
    const { officer } = session
    try {
      const dossier = await client.dossier(officer.accessToken, c.req.param('code'))
      const definition = await definitionOf(dossier)
      const slip = dossier.steps.some(({ kind }) => kind === 'receive') ? await client.intakeSlip(officer.accessToken, dossier.code) : undefined
      const lines = definition?.lines(dossier.answers) ?? []
      return c.html(page(`Hồ sơ ${dossier.code}`, dossierView({ officerName: officer.displayName, dossier, lines, definition, slip, message: takeMessage(session) })))
    } catch (error) {
      session.message = refusal(error)
      return c.redirect('/', 303)
    }
  })

  app.get('/dossiers/:code/attachments/:uploadId', async (c) => {
    const officer = sessionOf(c)?.officer
    if (officer === undefined) return c.redirect('/')
    const file = await client.attachment(officer.accessToken, c.req.param('code'), c.req.param('uploadId'))
    return c.body(await file.arrayBuffer(), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': file.headers.get('content-disposition') ?? 'attachment',
    })
  })

  const acts: Readonly<Record<string, Act>> = {
    steps: async (dossier, _definition, token, form) => work.step(token, dossier, String(form.get('kind'))),
    supplement: async (dossier, _definition, token, form) => work.requestSupplement(token, dossier, form.getAll('documents').map(String), String(form.get('note') ?? '')),
    refuse: async (dossier, _definition, token, form) => work.refuse(token, dossier, String(form.get('reason') ?? '')),
    draft: async (dossier, definition, token) => work.makeDraft(token, dossier, definition),
    finish: async (dossier, _definition, token) => work.finish(token, dossier),
    'close-empty': async (dossier, _definition, token) => work.closeWithoutResult(token, dossier),
    'close-foreign': async (dossier, definition, token) => work.closeWithForeignResult(token, dossier, definition),
  }

  app.post('/dossiers/:code/:act', async (c) => {
    const session = sessionOf(c)
    const act = Object.hasOwn(acts, c.req.param('act')) ? acts[c.req.param('act')] : undefined
    if (session?.officer === undefined || act === undefined) return c.redirect('/', 303)
    session.message = await perform(session.officer, c.req.param('code'), act, await c.req.formData())
    return c.redirect(`/dossiers/${encodeURIComponent(c.req.param('code'))}`, 303)
  })
  addCounters(app, { client, sessionOf, takeMessage, refusal, page })
  return app

  async function perform({ accessToken }: Officer, code: string, act: Act, form: FormData): Promise<DeskMessage> {
    try {
      const dossier = await client.dossier(accessToken, code)
      return { tone: 'good', text: await act(dossier, await definitionOf(dossier), accessToken, form) }
    } catch (error) {
      return refusal(error)
    }
  }

  async function definitionOf({ definition }: OfficerDossier): Promise<DeskDefinition | undefined> {
    if (!definition) return undefined
    const known = definitions.get(definition.sha256)
    if (known !== undefined) return known
    const read = readDefinition(await client.definition(definition))
    definitions.set(definition.sha256, read)
    return read
  }

  function sessionOf(c: Context): DeskSession | undefined {
    return sessions.find(getCookie(c, DESK_COOKIE))
  }

  function page(title: string, body: Markup, script?: string): Markup {
    return simulatorPage({ title, standsFor: STANDS_FOR, body, ...(script === undefined ? {} : { script }) })
  }
}

function takeMessage(session: DeskSession | undefined): DeskMessage | undefined {
  const message = session?.message
  if (session !== undefined) delete session.message
  return message
}

/** What the officer reads when the gateway said no. Anything but a problem document is a fault of the sandbox itself. */
function refusal(error: unknown): DeskMessage {
  const problem = problemOf(error)
  if (problem === undefined) {
    process.emitWarning(error instanceof Error ? error : String(error))
    return { tone: 'bad', text: 'Không làm được việc này vì lỗi của bản chạy thử. Xem cửa sổ dòng lệnh.' }
  }
  return {
    tone: 'bad',
    text: problem.title,
    ...(problem.reasons === undefined ? {} : { reasons: problem.reasons }),
    ...(problem.correlationId === undefined ? {} : { supportCode: problem.correlationId }),
  }
}
