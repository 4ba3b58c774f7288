import type { FormDefinition } from '@motcua/schemas/definition'
import { DEFINITION_INDEX } from '@motcua/schemas/definitions'
import '../define.ts'
import type { MotcuaEform } from '../elements/eform/eform.ts'
import type { Language } from '../locales/strings.ts'
import { bookingServices, FixtureAppointments } from '../testing/appointments.ts'
import { fixtureDefinition } from '../testing/definition.ts'
import { rowsDefinition } from '../testing/rows-definition.ts'
import { FixturePortal, memoryDrafts } from '../testing/services.ts'
import { BEFORE_FILING_SCREENS } from './before-filing-screens.ts'
import { begun, eform } from './begun.ts'
import { appear, attach, pressIn, typeIn } from './deeds.ts'
import { FEEDBACK_SCREENS } from './feedback-screens.ts'
import { PANEL_SCREENS } from './panel-screens.ts'
import { PREFILL_SCREENS } from './prefill-screens.ts'

/** One thing a person can come to see: brings it on the page and gives its element. */
export interface Screen { name: string; show(language: Language): Promise<HTMLElement> }

/** The fixture procedure with a group of rows. */
export function withRows(definition: FormDefinition): void {
  const name = { vi: 'Họ, chữ đệm, tên người làm chứng', en: 'Witness’s full name' }
  const { schema } = definition
  if (typeof schema !== 'object' || typeof schema.properties !== 'object') throw new TypeError('The fixture has properties.')
  Object.assign(Object(schema.properties), { witnesses: { type: 'array', minItems: 1, maxItems: 3, items: { type: 'object', additionalProperties: false, required: ['fullName'], properties: { fullName: { type: 'string', minLength: 1 }, born: { type: 'string' } } } } })
  definition.pages.splice(1, 0, {
    id: 'witnesses',
    items: [{ type: 'repeat', pointer: '/witnesses', minRows: 1, maxRows: 3, items: [
      { type: 'field', pointer: '/witnesses/-/fullName', field: 'person-name', required: true }, { type: 'field', pointer: '/witnesses/-/born', field: 'partial-date', required: false },
    ] }],
  })
  for (const language of ['vi', 'en'] as const) {
    const bundle = definition.locales[language]
    Object.assign(bundle.pages, { witnesses: { title: language === 'vi' ? 'Người làm chứng' : 'Witnesses' } })
    Object.assign(bundle.groups, { '/witnesses': { legend: language === 'vi' ? 'Những người làm chứng' : 'The witnesses' } })
    Object.assign(bundle.fields, { '/witnesses/-/fullName': { label: name[language] }, '/witnesses/-/born': { label: language === 'vi' ? 'Năm sinh' : 'Year of birth' } })
  }
}

const NEXT = '[part="continue"]'

/** Answers the first page and goes on. */
export async function requesterAnswered(element: MotcuaEform): Promise<MotcuaEform> {
  await begun(element)
  for (const [id, text] of [['fullName', 'Nguyễn Thị Mẫu'], ['birthDate-day', '2'], ['birthDate-month', '3'], ['birthDate-year', '1958'], ['personalId', '089058000001'], ['phone', '0912345678']] as const) {
    const box = await appear<HTMLInputElement>(element, `#f-requester-${id}, #f-requester-${id.split('-')[0] ?? ''}[readonly]`)
    if (!box.readOnly) await typeIn(element, box.id, text)
  }
  await pressIn(element, NEXT)
  return element
}

/** Answers everything and comes to the papers. */
export async function answered(element: MotcuaEform, forWhom: 'self' | 'other' = 'self'): Promise<MotcuaEform> {
  await requesterAnswered(element)
  await pressIn(element, `#f-forWhom-${forWhom === 'self' ? 0 : 1}`)
  if (forWhom === 'other') {
    await typeIn(element, 'f-subject-fullName', 'Nguyễn Văn Cháu')
    const relation = await appear<HTMLSelectElement>(element, '#f-subject-relation')
    relation.value = 'parent'
    relation.dispatchEvent(new Event('change', { bubbles: true }))
  }
  await pressIn(element, NEXT)
  await communeFound(element)
  await pressIn(element, '[role="option"]')
  await typeIn(element, 'f-count', '2')
  await pressIn(element, NEXT)
  await appear(element, '.screen, #heading')
  return element
}

/** The list of communes stands open. */
export async function communeFound(element: MotcuaEform): Promise<MotcuaEform> {
  const box = await appear<HTMLInputElement>(element, '#f-commune[role="combobox"]')
  box.focus()
  box.value = 'my thuan'
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
  await appear(element, '[role="option"]')
  return element
}

export async function toCheck(element: MotcuaEform): Promise<MotcuaEform> {
  await pressIn(element, NEXT)
  await appear(element, '#undertaking')
  return element
}

export const PDF = (): File => new File(['%PDF-1.7\n'], 'giay-uy-quyen.pdf', { type: 'application/pdf' })

async function finder(language: Language): Promise<HTMLElement> {
  const element = Object.assign(document.createElement('motcua-procedure-finder'), { lang: language, href: '/thu-tuc/{slug}.html', entries: DEFINITION_INDEX })
  document.body.append(element)
  await appear(element, 'li')
  return element
}

async function papers(language: Language, portal = new FixturePortal()): Promise<MotcuaEform> {
  const element = await answered(eform(language, { portal }), 'other')
  await appear(element, 'input[type="file"]')
  return element
}

/** A gateway that stops half-way, refuses, or fails. */
export function portalThat(outcome: 'hangs' | 'waits' | 'fails'): FixturePortal {
  const portal = new FixturePortal()
  portal.upload = async (file, { onProgress, signal }) => {
    if (outcome === 'fails') throw new TypeError('network')
    onProgress({ sentBytes: file.size / 2, totalBytes: file.size, waiting: outcome === 'waits' })
    return new Promise((_resolve, reject) => { signal.addEventListener('abort', () => { reject(signal.reason) }) })
  }
  return portal
}

/** Somebody helps at the counter, and is asked who they are. */
async function helped(language: Language): Promise<MotcuaEform> {
  const element = eform(language, { portal: new FixturePortal() }, { assisted: '' })
  await pressIn(element, NEXT)
  await appear(element, '#f-kind-0')
  return element
}

/** The closing page of a form that ends by coming in person, on a settled day. */
async function booking(language: Language, { signedIn = true, full = 1 } = {}): Promise<MotcuaEform> {
  const office = new FixtureAppointments({ today: '2026-11-22' })
  for (let day = 1; day < full; day++) office.full.add(`2026-11-${22 + day}`)
  const element = Object.assign(document.createElement('motcua-eform'), { procedure: 'fixture-copy', commune: '30838', lang: language, services: bookingServices(new FixturePortal({ signedIn }), office) })
  document.body.append(element)
  await toCheck(await answered(element))
  await pressIn(element, '#undertaking')
  await pressIn(element, NEXT)
  await appear(element, '#appointment-heading')
  return element
}

/** A time is booked. */
async function booked(language: Language): Promise<MotcuaEform> {
  const element = await booking(language)
  await pressIn(element, '#appointment-time-1')
  await pressIn(element, '[part="book"]')
  await appear(element, '[part="appointment"]')
  return element
}

async function board(language: Language, commune = '30838'): Promise<HTMLElement> {
  const office = new FixtureAppointments({ today: '2026-11-23' })
  const counter = (id: string) => ({ id, name: { vi: `Quầy ${id}`, en: `Counter ${id}` } })
  office.board_ = { ...office.board_, next: ['H008', 'V004'], waiting: 5, calls: [{ ticket: 'H007', counter: counter('2'), calls: 1, calledAt: '2026-11-23T02:00:00Z' }, { ticket: 'V003', counter: counter('1'), calls: 2, calledAt: '2026-11-23T01:50:00Z' }] }
  const element = Object.assign(document.createElement('motcua-board'), { commune, lang: language, services: { appointments: office } })
  document.body.append(element)
  await appear(element, '[part="call"], [role="alert"]')
  return element
}

async function withDraftKept(language: Language): Promise<HTMLElement> {
  const drafts = memoryDrafts()
  const first = await begun(eform(language, { drafts }))
  await pressIn(first, '#keep-draft')
  while (drafts.kept.size === 0) await new Promise((resolve) => { setTimeout(resolve, 5) })
  for (const draft of drafts.kept.values()) draft.savedAt = new Date('2026-11-21T09:30:00+07:00')
  first.remove()
  const element = eform(language, { drafts })
  await appear(element, '.notice')
  return element
}

/** Every page of an eForm and of what follows it, in every state of its own. */
export const SCREENS: readonly Screen[] = [
  { name: 'start', show: async (l) => { const e = eform(l); await appear(e, NEXT); return e } },
  { name: 'start, incomplete', show: async (l) => { const e = eform(l, { definition: fixtureDefinition((d) => { d.procedure.completeness = 'incomplete' }) }); await appear(e, NEXT); return e } },
  { name: 'start, draft found', show: withDraftKept },
  { name: 'start, draft about to be deleted', show: async (l) => { const e = await withDraftKept(l); await pressIn(e, '.notice .secondary'); await appear(e, '#discard'); return e } },
  { name: 'start, sign-in needed', show: async (l) => { const e = eform(l, { portal: new FixturePortal({ signedIn: false }) }); await appear(e, NEXT); return e } },
  { name: 'blocked, unknown procedure', show: async (l) => { const e = eform(l, {}, { procedure: 'nothing' }); await appear(e, '[role="alert"]'); return e } },
  { name: 'questions', show: (l) => begun(eform(l)) },
  { name: 'questions, prefilled and locked', show: (l) => begun(eform(l, { portal: new FixturePortal() })) },
  { name: 'questions, errors', show: async (l) => { const e = await begun(eform(l)); await typeIn(e, 'f-requester-phone', '12'); await pressIn(e, NEXT); await appear(e, '#summary'); return e } },
  { name: 'questions, draft kept', show: async (l) => { const e = await begun(eform(l, { drafts: memoryDrafts() })); await appear(e, '#keep-draft'); return e } },
  { name: 'conditional questions', show: async (l) => { const e = await requesterAnswered(eform(l)); await pressIn(e, '#f-forWhom-1'); await appear(e, '#f-subject-relation'); return e } },
  { name: 'rows', show: async (l) => { const e = await requesterAnswered(eform(l, { definition: fixtureDefinition(withRows) })); await appear(e, '[id^="f-witnesses"]'); return e } },
  { name: 'rows, errors', show: async (l) => { const e = await requesterAnswered(eform(l, { definition: fixtureDefinition(withRows) })); await appear(e, '[id^="f-witnesses"]'); await pressIn(e, NEXT); await appear(e, '#summary'); return e } },
  { name: 'commune list open', show: async (l) => { const e = await requesterAnswered(eform(l)); await pressIn(e, '#f-forWhom-0'); await pressIn(e, NEXT); return communeFound(e) } },
  { name: 'one page, errors', show: async (l) => { const e = await begun(eform(l, {}, { layout: 'one-page' })); await pressIn(e, NEXT); await appear(e, '#summary'); return e } },
  { name: 'rows, pasted from a table', show: async (l) => {
    const e = eform(l, { definition: rowsDefinition() })
    await pressIn(e, NEXT)
    await pressIn(e, '[data-way="paste"]')
    const box = await appear<HTMLTextAreaElement>(e, '.many textarea')
    box.value = 'Nguyễn Văn An\t31/02/2020\tNam\t3'
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
    await appear(e, '.read li')
    return e
  } },
  { name: 'rows, several at once', show: async (l) => { const e = eform(l, { definition: rowsDefinition() }); await pressIn(e, NEXT); await pressIn(e, '[data-way="count"]'); await appear(e, '.many input'); return e } },
  { name: 'shared machine', show: async (l) => { const e = await begun(eform(l, {}, { shared: '', 'idle-seconds': '0.05' })); await appear(e, '.countdown'); return e } },
  { name: 'helper at the counter', show: async (l) => { const e = await helped(l); await pressIn(e, '#f-mode-1'); await appear(e, '#f-reason'); return e } },
  { name: 'helper at the counter, errors', show: async (l) => { const e = await helped(l); await pressIn(e, NEXT); await appear(e, '#summary'); return e } },
  { name: 'start, own phone', show: async (l) => { const e = eform(l, { portal: new FixturePortal({ signedIn: false }) }, { assisted: '', 'phone-page': 'https://xa.example/ban-sao.html' }); await pressIn(e, '[part="own-phone"] button'); await appear(e, '[part="qr"]'); return e } },
  { name: 'papers, none asked for', show: async (l) => answered(eform(l, { portal: new FixturePortal() })) },
  { name: 'papers, to bring', show: async (l) => answered(eform(l), 'other') },
  { name: 'papers, empty', show: (l) => papers(l) },
  { name: 'papers, missing', show: async (l) => { const e = await papers(l); await pressIn(e, NEXT); await appear(e, '#summary'); return e } },
  { name: 'papers, on the way', show: async (l) => { const e = await papers(l, portalThat('hangs')); attach(e, PDF()); await appear(e, 'progress'); return e } },
  { name: 'papers, waiting for the network', show: async (l) => { const e = await papers(l, portalThat('waits')); attach(e, PDF()); await appear(e, 'progress'); return e } },
  { name: 'papers, received', show: async (l) => { const e = await papers(l); attach(e, PDF()); await appear(e, '.good'); return e } },
  { name: 'papers, wrong type', show: async (l) => { const e = await papers(l); attach(e, new File(['x'], 'a.txt', { type: 'text/plain' })); await appear(e, '.bad'); return e } },
  { name: 'papers, empty file', show: async (l) => { const e = await papers(l); attach(e, new File([], 'a.pdf', { type: 'application/pdf' })); await appear(e, '.bad'); return e } },
  { name: 'papers, failed', show: async (l) => { const e = await papers(l, portalThat('fails')); attach(e, PDF()); await appear(e, '.bad'); return e } },
  { name: 'check', show: async (l) => toCheck(await answered(eform(l))) },
  { name: 'check, not agreed', show: async (l) => { const e = await toCheck(await answered(eform(l, { portal: new FixturePortal() }))); await pressIn(e, NEXT); await appear(e, '#summary'); return e } },
  { name: 'check, not sent', show: async (l) => {
    const portal = new FixturePortal()
    portal.failNextSubmit = 'before'
    const e = await toCheck(await answered(eform(l, { portal })))
    await pressIn(e, '#undertaking')
    await pressIn(e, NEXT)
    await appear(e, '#notice')
    return e
  } },
  { name: 'handed off', show: async (l) => { const e = await toCheck(await answered(eform(l))); await pressIn(e, '#undertaking'); await pressIn(e, NEXT); await appear(e, '.hash'); return e } },
  { name: 'acknowledged', show: async (l) => { const e = await toCheck(await answered(eform(l, { portal: new FixturePortal() }))); await pressIn(e, '#undertaking'); await pressIn(e, NEXT); await appear(e, '.reference'); await appear(e, '[part="payment"]'); return e } },
  { name: 'finder', show: finder },
  { name: 'finder, nothing found', show: async (l) => { const e = await finder(l); await typeIn(e, 'words', 'xyzzy'); return e } },
  { name: 'booking, times', show: (l) => booking(l) },
  { name: 'booking, sign-in needed', show: (l) => booking(l, { signedIn: false }) },
  { name: 'booking, no time chosen', show: async (l) => { const e = await booking(l); await pressIn(e, '[part="book"]'); await appear(e, '#appointment-error'); return e } },
  { name: 'booking, full week', show: (l) => booking(l, { full: 8 }) },
  { name: 'booked', show: (l) => booked(l) },
  { name: 'booked, cancelling', show: async (l) => { const e = await booked(l); await pressIn(e, '.buttons .link'); await appear(e, '#appointment-cancel'); return e } },
  { name: 'board', show: (l) => board(l) },
  { name: 'board, no commune', show: (l) => board(l, '') },
  ...FEEDBACK_SCREENS,
  ...PANEL_SCREENS,
  ...PREFILL_SCREENS,
  ...BEFORE_FILING_SCREENS,
]
