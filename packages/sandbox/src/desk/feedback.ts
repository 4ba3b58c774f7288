import type { Hono } from 'hono'
import { html } from 'hono/html'
import type { SimulatorEnv } from '../http/simulator-app.ts'
import type { DeskPages } from './desk-pages.ts'
import { FeedbackClient } from './feedback-client.ts'
import { ACTS, feedbackListView, feedbackView, KINDS } from './feedback-pages.ts'
import { messageView, officerBar } from './pages.ts'

/** Complaints and suggestions at the desk: a list, and one with its history and what may be done now. */
export function addFeedback(app: Hono<SimulatorEnv>, { client, sessionOf, takeMessage, refusal, page }: DeskPages): void {
  const feedbackClient = new FeedbackClient(client)

  app.get('/feedback', async (c) => {
    const session = sessionOf(c)
    if (session?.officer === undefined) return c.redirect('/')
    const { displayName, accessToken } = session.officer
    const message = takeMessage(session)
    try {
      const feedback = await feedbackClient.list(accessToken)
      return c.html(page('Phản ánh, kiến nghị', html`${messageView(message)}${officerBar(displayName)}<p><a href="/">← Danh sách hồ sơ</a></p>${feedbackListView(feedback)}`))
    } catch (error) {
      return c.html(page('Phản ánh, kiến nghị', html`${messageView(refusal(error))}${officerBar(displayName)}`), 502)
    }
  })

  app.get('/feedback/:code', async (c) => {
    const session = sessionOf(c)
    if (session?.officer === undefined) return c.redirect('/')
    const message = takeMessage(session)
    try {
      const feedback = await feedbackClient.find(session.officer.accessToken, c.req.param('code'))
      return c.html(page(`${KINDS[feedback.kind] ?? feedback.kind} ${feedback.code}`, html`${messageView(message)}${officerBar(session.officer.displayName)}<p><a href="/feedback">← Phản ánh, kiến nghị</a></p>${feedbackView(feedback)}`))
    } catch (error) {
      session.message = refusal(error)
      return c.redirect('/feedback', 303)
    }
  })

  app.post('/feedback/:code', async (c) => {
    const session = sessionOf(c)
    if (session?.officer === undefined) return c.redirect('/', 303)
    const form = await c.req.formData()
    const kind = String(form.get('kind'))
    try {
      await feedbackClient.act(session.officer.accessToken, c.req.param('code'), { kind, after: Number(form.get('after')), ...(form.has('words') ? { words: String(form.get('words')) } : {}) })
      session.message = { tone: 'good', text: `Đã ghi: ${ACTS[kind] ?? kind}.` }
    } catch (error) {
      session.message = refusal(error)
    }
    return c.redirect(`/feedback/${encodeURIComponent(c.req.param('code'))}`, 303)
  })
}
