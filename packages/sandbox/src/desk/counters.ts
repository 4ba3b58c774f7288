import type { Context, Hono } from 'hono'
import type { SimulatorEnv } from '../http/simulator-app.ts'
import { CounterClient } from './counter-client.ts'
import { countersView } from './counter-pages.ts'
import type { DeskPages } from './desk-pages.ts'

type Act = (client: CounterClient, token: string, c: Context, form: FormData) => Promise<string>

/** The desk's page for counters and numbers. */
export function addCounters(app: Hono<SimulatorEnv>, pages: DeskPages): void {
  const client = new CounterClient(pages.client)

  app.get('/counters', async (c) => {
    const session = pages.sessionOf(c)
    if (session?.officer === undefined) return c.redirect('/')
    try {
      const queue = await client.queue(session.officer.accessToken)
      const matters = await client.matters(queue.commune)
      return c.html(pages.page('Quầy và số thứ tự', countersView({ officerName: session.officer.displayName, queue, matters, message: pages.takeMessage(session) })))
    } catch (error) {
      session.message = pages.refusal(error)
      return c.redirect('/', 303)
    }
  })

  post('/counters/:counter/next', async (desk, token, c) => {
    const { ticket, counter } = await desk.callNext(token, c.req.param('counter') ?? '')
    return `Đã gọi số ${ticket} đến ${counter?.name.vi ?? ''}.`
  })
  post('/tickets', async (desk, token, _c, form) => {
    const [procedure, priority] = [textOf(form, 'procedure'), textOf(form, 'priority')]
    const { ticket } = await desk.giveTicket(token, { ...(procedure !== '' && { procedure }), ...(priority !== '' && { priority }) })
    return `Đã phát số ${ticket}.`
  })
  post('/tickets/:code/:act', async (desk, token, c, form) => {
    const [counter, priority] = [textOf(form, 'counter'), textOf(form, 'priority')]
    const { ticket } = await desk.act(token, c.req.param('code') ?? '', c.req.param('act') ?? '', { ...(counter !== '' && { counter }), ...(priority !== '' && { priority }) })
    return `Đã ghi nhận số ${ticket}.`
  })

  function post(path: string, act: Act): void {
    app.post(path, async (c) => {
      const session = pages.sessionOf(c)
      if (session?.officer === undefined) return c.redirect('/', 303)
      try {
        session.message = { tone: 'good', text: await act(client, session.officer.accessToken, c, await c.req.formData()) }
      } catch (error) {
        session.message = pages.refusal(error)
      }
      return c.redirect('/counters', 303)
    })
  }
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
