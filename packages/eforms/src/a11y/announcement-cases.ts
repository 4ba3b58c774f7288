import type { Language } from '../locales/strings.ts'
import { fixtureDefinition } from '../testing/definition.ts'
import { AskingPortal } from '../testing/asking-portal.ts'
import { FIXTURE_PAYMENT, FixturePortal, fixtureServices, memoryDrafts } from '../testing/services.ts'
import { hear } from './announcements.ts'
import type { Heard } from './announcements.ts'
import { BEFORE_FILING_ANNOUNCEMENTS } from './before-filing-announcements.ts'
import { begun, eform } from './begun.ts'
import { appear, attach, typeIn } from './deeds.ts'
import { payment, tracker } from './panel-screens.ts'
import { KNOWN, offered } from './prefill-screens.ts'
import { PDF, answered, portalThat, requesterAnswered, toCheck, withRows } from './screens.ts'

/** Something a person does, and what they hear. */
export interface AnnouncementCase { name: string; play(language: Language): Promise<Heard> }

const NEXT = '[part="continue"]'
const BACK = '[part="back"]'

/** Presses as a person does: what is pressed has the focus. */
async function press(element: Element, selector: string): Promise<void> {
  const button = await appear(element, selector)
  button.focus()
  button.click()
}

/** What is heard on pressing what has the focus already, until something has appeared. */
async function hearPress(language: Language, element: Element, selector: string, then = ''): Promise<Heard> {
  const button = await appear(element, selector)
  button.focus()
  return hear(language, async () => {
    button.click()
    if (then) await appear(element, then)
  })
}

const pressing = (selector: string, ready: (language: Language) => Promise<HTMLElement>, then = '') =>
  async (language: Language): Promise<Heard> => hearPress(language, await ready(language), selector, then)

async function searching(language: Language): Promise<HTMLElement> {
  const element = await requesterAnswered(eform(language))
  await press(element, '#f-forWhom-0')
  await press(element, NEXT)
  const box = await appear<HTMLInputElement>(element, '#f-commune[role="combobox"]')
  box.focus()
  return element
}

async function searchFor(element: HTMLElement, text: string): Promise<void> {
  const box = await appear<HTMLInputElement>(element, '#f-commune')
  box.value = text
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
}

const papers = async (language: Language, portal = new FixturePortal()): Promise<HTMLElement> => {
  const element = await answered(eform(language, { portal }), 'other')
  await appear(element, 'input[type="file"]')
  return element
}
const rows = async (language: Language): Promise<HTMLElement> => {
  const element = await requesterAnswered(eform(language, { definition: fixtureDefinition(withRows) }))
  await appear(element, '#f-witnesses fieldset')
  return element
}
const twoRows = async (language: Language): Promise<HTMLElement> => {
  const element = await rows(language)
  await press(element, 'fieldset .button.secondary')
  await appear(element, 'fieldset fieldset .link')
  return element
}
const attached = async (language: Language, file: File, portal?: FixturePortal): Promise<HTMLElement> => {
  const element = await papers(language, portal)
  attach(element, file)
  await appear(element, '.cards li')
  return element
}
const failed = async (language: Language): Promise<HTMLElement> => { const e = await attached(language, PDF(), portalThat('fails')); await appear(e, '.bad'); return e }
const checked = async (language: Language, portal?: FixturePortal): Promise<HTMLElement> => toCheck(await answered(eform(language, portal && { portal })))
const erring = async (language: Language): Promise<HTMLElement> => { const e = await begun(eform(language)); await press(e, NEXT); await appear(e, '#summary'); return e }

/** What happens in an eForm and after it that one has to be told. */
export const ANNOUNCEMENTS: readonly AnnouncementCase[] = [
  { name: 'page, start to first', play: pressing(NEXT, async (l) => { const e = eform(l); await appear(e, NEXT); return e }, '#f-requester-phone') },
  { name: 'page, first to second', play: async (l) => { const e = await begun(eform(l)); for (const [id, text] of [['fullName', 'Nguyễn Thị Mẫu'], ['birthDate-day', '2'], ['birthDate-month', '3'], ['birthDate-year', '1958'], ['personalId', '089058000001'], ['phone', '0912345678']]) await typeIn(e, `f-requester-${id ?? ''}`, text ?? ''); return hearPress(l, e, NEXT) } },
  { name: 'page, back', play: pressing(BACK, async (l) => requesterAnswered(eform(l))) },
  { name: 'page, back to the start', play: pressing(BACK, async (l) => begun(eform(l))) },
  { name: 'errors, continue', play: pressing(NEXT, async (l) => begun(eform(l)), '#summary') },
  { name: 'errors, continue again', play: pressing(NEXT, erring) },
  { name: 'errors, link to a text', play: pressing('#summary li:nth-child(1) a', erring) },
  { name: 'errors, link to a date', play: pressing('#summary li:nth-child(2) a', erring) },
  { name: 'language, focus on a question', play: async (l) => { const e = await begun(eform(l)); (await appear(e, '#f-requester-phone')).focus(); return hear(l, () => { e.lang = l === 'vi' ? 'en' : 'vi' }) } },
  { name: 'condition, questions appear', play: pressing('#f-forWhom-1', async (l) => requesterAnswered(eform(l)), '#f-subject-relation') },
  { name: 'commune, matches', play: async (l) => { const e = await searching(l); return hear(l, () => searchFor(e, 'my thuan')) } },
  { name: 'commune, no match', play: async (l) => { const e = await searching(l); return hear(l, () => searchFor(e, 'xyz')) } },
  { name: 'commune, arrow down', play: async (l) => { const e = await searching(l); await searchFor(e, 'my thuan'); await appear(e, '[role="option"]'); return hear(l, async () => { (await appear(e, '#f-commune')).dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true })) }) } },
  { name: 'rows, add', play: pressing('fieldset .button.secondary', rows) },
  { name: 'rows, remove', play: async (l) => { const e = await twoRows(l); return hearPress(l, e, 'fieldset fieldset:last-of-type .link') } },
  { name: 'rows, take the removal back', play: async (l) => { const e = await twoRows(l); await press(e, 'fieldset fieldset:last-of-type .link'); return hearPress(l, e, '.removed .link') } },
  { name: 'fill in, asked', play: async (l) => { const portal = new AskingPortal(KNOWN); portal.holds = true; return hearPress(l, await offered(l, portal), '#prefill .buttons button', '#prefill-said') } },
  { name: 'fill in, answered', play: async (l) => {
    const portal = new AskingPortal(KNOWN)
    portal.holds = true
    const element = await offered(l, portal)
    await press(element, '#prefill .buttons button')
    await appear(element, '#prefill-said')
    const box = await appear<HTMLInputElement>(element, '#f-requester-email')
    box.focus()
    return hear(l, async () => { portal.release?.(); await appear(element, '#prefill details') })
  } },
  { name: 'fill in, declined', play: pressing('#prefill .buttons button:last-child', (l) => offered(l), '#prefill-said') },
  { name: 'draft, keep', play: pressing('#keep-draft', async (l) => begun(eform(l, { drafts: memoryDrafts() }))) },
  { name: 'draft, saved', play: async (l) => { const e = await begun(eform(l, { drafts: memoryDrafts() })); return hear(l, async () => { await press(e, '#keep-draft'); await new Promise((resolve) => { setTimeout(resolve, 1500) }) }) } },
  { name: 'draft, resumed', play: pressing('.notice .button', draftFound, '#f-requester-phone') },
  { name: 'draft, about to be thrown away', play: pressing('.notice .secondary', draftFound) },
  { name: 'draft, thrown away', play: pressing('.notice .button:not(.secondary)', async (l) => { const e = await draftFound(l); await press(e, '.notice .secondary'); await appear(e, '#discard'); return e }) },
  { name: 'papers, received', play: async (l) => { const e = await papers(l); return hear(l, async () => { attach(e, PDF()); await appear(e, '.good') }) } },
  { name: 'papers, on the way', play: async (l) => { const e = await papers(l, portalThat('hangs')); return hear(l, async () => { attach(e, PDF()); await appear(e, 'progress') }) } },
  { name: 'papers, waiting', play: async (l) => { const e = await papers(l, portalThat('waits')); return hear(l, async () => { attach(e, PDF()); await appear(e, 'progress') }) } },
  { name: 'papers, wrong type', play: async (l) => { const e = await papers(l); return hear(l, () => { attach(e, new File(['x'], 'a.txt')) }) } },
  { name: 'papers, empty', play: async (l) => { const e = await papers(l); return hear(l, () => { attach(e, new File([], 'a.pdf')) }) } },
  { name: 'papers, failed', play: async (l) => { const e = await papers(l, portalThat('fails')); return hear(l, async () => { attach(e, PDF()); await appear(e, '.bad') }) } },
  { name: 'papers, stopped', play: pressing('.cards button', async (l) => { const e = await attached(l, PDF(), portalThat('hangs')); await appear(e, 'progress'); return e }) },
  { name: 'papers, tried again', play: pressing('.cards button', failed) },
  { name: 'papers, taken away', play: pressing('.cards button:last-child', failed) },
  { name: 'papers, missing', play: pressing(NEXT, papers, '#summary') },
  { name: 'check, change a text', play: pressing('section:first-of-type .row:first-child .link', checked, '#f-requester-fullName') },
  { name: 'check, change a date', play: pressing('section:first-of-type .row:nth-child(2) .link', checked, '#f-requester-birthDate-day') },
  { name: 'check, change a choice', play: pressing('section:nth-of-type(2) .row:first-child .link', checked, '#f-forWhom-0') },
  { name: 'check, straight back', play: async (l) => { const e = await checked(l); await press(e, 'section:first-of-type .row:first-child .link'); await appear(e, '#f-requester-fullName'); return hearPress(l, e, NEXT, '#undertaking') } },
  { name: 'check, not agreed', play: pressing(NEXT, checked, '#summary') },
  { name: 'check, no network', play: async (l) => { const portal = new FixturePortal(); portal.failNextSubmit = 'before'; const e = await checked(l, portal); await press(e, '#undertaking'); return hearPress(l, e, NEXT, '#notice') } },
  { name: 'check, on its way', play: async (l) => {
    const portal = new FixturePortal()
    portal.submit = () => new Promise(() => undefined)
    const e = await checked(l, portal)
    await press(e, '#undertaking')
    return hearPress(l, e, NEXT)
  } },
  { name: 'acknowledged', play: async (l) => { const e = await checked(l, new FixturePortal()); await press(e, '#undertaking'); return hearPress(l, e, NEXT, '.reference') } },
  { name: 'handed off', play: async (l) => { const e = await checked(l); await press(e, '#undertaking'); return hearPress(l, e, NEXT, '.hash') } },
  { name: 'signed out', play: pressing('.screen > .link', async (l) => begun(eform(l, { portal: new FixturePortal() }))) },
  { name: 'blocked, tried again', play: async (l) => {
    const e = eform(l, {}, { procedure: 'nothing' })
    const { services } = e
    let offline = true
    if (services) e.services = { ...services, loadDefinition: async (...asked) => { if (offline) throw new TypeError('network'); return services.loadDefinition('fixture-copy', ...asked.slice(1) as [Language]) } }
    await appear(e, '[role="alert"] button')
    offline = false
    return hearPress(l, e, '[role="alert"] button', NEXT)
  } },
  { name: 'payment, asked for again', play: async (l) => {
    const portal = new FixturePortal()
    portal.payment_ = { ...FIXTURE_PAYMENT, state: 'expired' }
    const e = Object.assign(document.createElement('motcua-payment'), { services: fixtureServices({ portal }), lang: l })
    e.setAttribute('dossier', 'x')
    document.body.append(e)
    await appear(e, 'section > .button')
    portal.payment_ = FIXTURE_PAYMENT
    return hearPress(l, e, 'section > .button', 'dl')
  } },
  { name: 'payment, partly paid', play: (l) => paidIn(l, { state: 'partial', paidVnd: 10_000 }) },
  { name: 'payment, paid', play: (l) => paidIn(l, { state: 'paid', paidVnd: 16_000 }) },
  { name: 'payment, copied', play: async (l) => {
    // The browser's own clipboard asks the person first.
    const write = navigator.clipboard.writeText
    navigator.clipboard.writeText = async () => undefined
    try { return await hearPress(l, await payment(l, {}), '.row .link') } finally { navigator.clipboard.writeText = write }
  } },
  { name: 'tracker, one opened', play: pressing('.cards .link', (l) => tracker(l, {}, {}), '.timeline') },
  { name: 'tracker, all of mine', play: pressing('.buttons .link', (l) => tracker(l, { state: 4, supplement: undefined })) },
  { name: 'tracker, withdrawing', play: pressing('p > .link', (l) => tracker(l, { state: 4, supplement: undefined }), '.notice') },
  { name: 'tracker, not withdrawn', play: async (l) => { const e = await tracker(l, { state: 4, supplement: undefined }); await press(e, 'p > .link'); await appear(e, '.notice .secondary'); return hearPress(l, e, '.notice .secondary') } },
  { name: 'tracker, withdrawn', play: async (l) => { const e = await tracker(l, { state: 4, supplement: undefined }); await press(e, 'p > .link'); await appear(e, '.notice .button'); return hearPress(l, e, '.notice .button') } },
  { name: 'tracker, slip opened', play: pressing('.timeline ~ .button', (l) => tracker(l, { state: 4, supplement: undefined }), '[part="intake-slip"]') },
  { name: 'tracker, nothing to send', play: pressing('[part="send-supplement"]', (l) => tracker(l)) },
  { name: 'verify, not a PDF', play: async (l) => {
    const e = Object.assign(document.createElement('motcua-verify'), { services: fixtureServices({ portal: new FixturePortal({ signedIn: false }) }), lang: l })
    document.body.append(e)
    await appear(e, '#verify-file')
    return hear(l, () => { attach(e, new File(['x'], 'a.txt')) })
  } },
  ...BEFORE_FILING_ANNOUNCEMENTS,
]

async function paidIn(language: Language, change: Partial<typeof FIXTURE_PAYMENT>): Promise<Heard> {
  const portal = new FixturePortal()
  const e = Object.assign(document.createElement('motcua-payment'), { services: fixtureServices({ portal }), lang: language })
  e.setAttribute('dossier', 'x')
  document.body.append(e)
  await appear(e, '.pay .button.secondary')
  portal.payment_ = { ...FIXTURE_PAYMENT, ...change }
  return hearPress(language, e, '.pay .button.secondary')
}

async function draftFound(language: Language): Promise<HTMLElement> {
  const drafts = memoryDrafts()
  const first = await begun(eform(language, { drafts }))
  await press(first, '#keep-draft')
  while (drafts.kept.size === 0) await new Promise((resolve) => { setTimeout(resolve, 5) })
  first.remove()
  const element = eform(language, { drafts })
  await appear(element, '.notice')
  return element
}
