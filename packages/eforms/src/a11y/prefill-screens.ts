import type { Language } from '../locales/strings.ts'
import type { Proposal } from '../services/contract.ts'
import { AskingPortal } from '../testing/asking-portal.ts'
import { begun, eform } from './begun.ts'
import { appear, pressIn } from './deeds.ts'
import type { Screen } from './screens.ts'

/** What two sources know of the fixture's person. */
export const KNOWN: Proposal[] = [
  { pointer: '/requester/phone', value: '0912345678', source: 'population-database', asOf: '2026-11-22', locked: false },
  { pointer: '/requester/email', value: 'mau@vidu.vn', source: 'earlier-dossier', asOf: '2026-05-04', locked: false },
]

/** Signed in, and asked whether to fill in. */
export async function offered(language: Language, portal = new AskingPortal(KNOWN)): Promise<HTMLElement> {
  const element = await begun(eform(language, { portal }))
  await appear(element, '#prefill-title')
  return element
}

async function filled(language: Language, portal?: AskingPortal): Promise<HTMLElement> {
  const element = await offered(language, portal)
  await pressIn(element, '#prefill .buttons button')
  await appear(element, '#prefill-said')
  while (element.shadowRoot?.querySelector('#prefill details') === null) await new Promise((resolve) => { setTimeout(resolve, 5) })
  return element
}

/** Filling in what others know, from the offer to what came of it. */
export const PREFILL_SCREENS: readonly Screen[] = [
  { name: 'questions, offer to fill in', show: (l) => offered(l) },
  { name: 'questions, filled in from two sources', show: (l) => filled(l) },
  { name: 'questions, nothing to fill in', show: (l) => { const portal = new AskingPortal([]); portal.outcome = 'unavailable'; return filled(l, portal) } },
]
