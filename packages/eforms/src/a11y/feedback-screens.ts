import '../define.ts'
import type { Language } from '../locales/strings.ts'
import { FixtureFeedback } from '../testing/feedback.ts'
import { FIXTURE_CODE, FixturePortal, fixtureServices } from '../testing/services.ts'
import { FIXTURE_STATISTICS } from '../testing/statistics.ts'
import { appear, pressIn } from './deeds.ts'
import type { Screen } from './screens.ts'

async function feedback(language: Language, attributes: Record<string, string> = { commune: '30838' }, change: (calls: FixtureFeedback) => void = () => undefined): Promise<HTMLElement> {
  const calls = new FixtureFeedback()
  change(calls)
  const element = Object.assign(document.createElement('motcua-feedback'), { lang: language, services: { ...fixtureServices({ portal: new FixturePortal() }), feedback: calls } })
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  document.body.append(element)
  await appear(element, '.cards')
  return element
}

async function writing(language: Language): Promise<HTMLElement> {
  const element = await feedback(language)
  await pressIn(element, '[part="new-feedback"]')
  await appear(element, '#words')
  return element
}

async function dashboard(language: Language, commune = '30838'): Promise<HTMLElement> {
  const element = Object.assign(document.createElement('motcua-dashboard'), { lang: language, commune, services: { statistics: { get: async () => FIXTURE_STATISTICS } } })
  document.body.append(element)
  await appear(element, 'table, [role="alert"]')
  return element
}

/** Every state of what people say of the service, and of what a commune publishes of it. */
export const FEEDBACK_SCREENS: readonly Screen[] = [
  { name: 'feedback, mine', show: (l) => feedback(l) },
  { name: 'feedback, no commune', show: (l) => feedback(l, {}) },
  { name: 'feedback, rating', show: async (l) => { const e = await feedback(l, { dossier: FIXTURE_CODE }); await appear(e, '#level-0'); return e } },
  { name: 'feedback, rating missing', show: async (l) => { const e = await feedback(l, { dossier: FIXTURE_CODE }); await pressIn(e, '[part="send-rating"]'); await appear(e, '#level-error'); return e } },
  { name: 'feedback, writing', show: writing },
  { name: 'feedback, errors', show: async (l) => { const e = await writing(l); await pressIn(e, '[part="send-feedback"]'); await appear(e, '#summary'); return e } },
  { name: 'feedback, asked for more', show: async (l) => { const e = await feedback(l); await pressIn(e, '.cards .link'); await appear(e, '#supply'); return e } },
  { name: 'dashboard', show: (l) => dashboard(l) },
  { name: 'dashboard, no commune', show: (l) => dashboard(l, '') },
]
