import '../define.ts'
import type { Language } from '../locales/strings.ts'
import type { Dossier, PaymentRequest, Step } from '../services/contract.ts'
import { FIXTURE_CODE, FIXTURE_DOSSIER, FIXTURE_PAYMENT, FixturePortal, fixtureServices } from '../testing/services.ts'
import { createSignedResult, withOneBitTurned } from '../testing/signed-result.ts'
import type { SignedResult } from '../testing/signed-result.ts'
import { appear, attach, pressIn } from './deeds.ts'
import type { Screen } from './screens.ts'
import { SIGN_SCREENS } from './sign-screens.ts'

function panel(tag: 'motcua-tracker' | 'motcua-payment' | 'motcua-verify', language: Language, portal: FixturePortal, attributes: Record<string, string> = {}): HTMLElement {
  const element = Object.assign(document.createElement(tag), { services: fixtureServices({ portal }) })
  for (const [name, value] of Object.entries({ lang: language, ...attributes })) element.setAttribute(name, value)
  document.body.append(element)
  return element
}

export async function tracker(language: Language, change: Partial<Dossier> = {}, attributes: Record<string, string> = { dossier: FIXTURE_CODE }): Promise<HTMLElement> {
  const portal = new FixturePortal()
  portal.dossier = structuredClone({ ...FIXTURE_DOSSIER, ...change })
  const element = panel('motcua-tracker', language, portal, attributes)
  await appear(element, 'dl, .cards')
  return element
}

export async function payment(language: Language, change: Partial<PaymentRequest>): Promise<HTMLElement> {
  const portal = new FixturePortal()
  portal.payment_ = { ...FIXTURE_PAYMENT, ...change }
  const element = panel('motcua-payment', language, portal, { dossier: FIXTURE_CODE })
  await appear(element, '#payment-state')
  return element
}
const OFFICER = { role: 'officer', name: 'Cán bộ Thử' } as const
const RESULT = { fileId: 'r1', name: 'trich-luc.pdf', sha256: 'c'.repeat(64), bytes: 20_000 }

/** The fixture's dossier after a last step. */
function endedBy(last: Step): Partial<Dossier> {
  return { state: last.state, supplement: undefined, ...(last.state !== 10 && { dueAt: null }), steps: [...FIXTURE_DOSSIER.steps.filter(({ kind }) => kind === 'submitted' || (kind === 'receive' && last.state === 10)), last] }
}

/** A result is chosen and judged, with the trust list of the office that signed it. */
async function verified(language: Language, choose: (result: SignedResult) => readonly [pdf: Uint8Array<ArrayBuffer>, manifest?: string], attributes: Record<string, string> = {}): Promise<HTMLElement> {
  const result = await createSignedResult()
  const portal = new FixturePortal({ signedIn: false })
  portal.trust = async () => result.trust
  const element = panel('motcua-verify', language, portal, attributes)
  await appear(element, '#verify-file')
  const [pdf, manifest] = choose(result)
  attach(element, new File([pdf], 'ket-qua.pdf', { type: 'application/pdf' }), ...(manifest === undefined ? [] : [new File([manifest], 'ban-ke.jws')]))
  await appear(element, '[part="verdict"]')
  return element
}

/** Every state of what follows an eForm: payment, tracking, the check of a result. */
export const PANEL_SCREENS: readonly Screen[] = [
  { name: 'payment, pending', show: (l) => payment(l, {}) },
  { name: 'payment, partial', show: (l) => payment(l, { state: 'partial', paidVnd: 10_000 }) },
  { name: 'payment, paid', show: (l) => payment(l, { state: 'paid', paidVnd: 16_000, receipt: { number: 'BL-0001', issuedAt: '2026-11-21T10:00:00+07:00', amountVnd: 16_000, payer: 'Nguyễn Văn Mẫu' } }) },
  { name: 'payment, too much', show: (l) => payment(l, { state: 'over', paidVnd: 20_000 }) },
  { name: 'payment, expired', show: (l) => payment(l, { state: 'expired' }) },
  { name: 'tracker, mine', show: (l) => tracker(l, { late: true }, {}) },
  { name: 'tracker, supplement asked for', show: (l) => tracker(l) },
  { name: 'tracker, late', show: (l) => tracker(l, { state: 4, late: true, lateReason: 'Chờ xác minh', supplement: undefined }) },
  { name: 'tracker, withdrawing', show: async (l) => { const e = await tracker(l, { state: 4, supplement: undefined }); await pressIn(e, 'p > .link'); await appear(e, '.notice [type="button"]'); return e } },
  { name: 'tracker, intake slip', show: async (l) => { const e = await tracker(l, { state: 4, supplement: undefined }); await pressIn(e, '.timeline ~ .button'); await appear(e, '[part="intake-slip"]'); return e } },
  { name: 'tracker, refused', show: (l) => tracker(l, endedBy({ kind: 'refuse', at: '2026-11-21T16:00:00+07:00', state: 3, by: OFFICER, note: 'Hồ sơ thuộc thẩm quyền của cơ quan khác.', sealed: 'officer-signature' })) },
  { name: 'tracker, withdrawn', show: (l) => tracker(l, endedBy({ kind: 'withdrawn', at: '2026-11-21T16:00:00+07:00', state: 7, by: { role: 'citizen', name: 'Nguyễn Văn Mẫu' } })) },
  { name: 'tracker, result', show: (l) => tracker(l, { state: 9, supplement: undefined, results: [RESULT] }) },
  { name: 'tracker, returned', show: (l) => tracker(l, { ...endedBy({ kind: 'return', at: '2026-11-23T09:00:00+07:00', state: 10, by: OFFICER, sealed: 'officer-signature' }), results: [RESULT] }) },
  { name: 'tracker, not mine', show: async (l) => { const e = panel('motcua-tracker', l, new FixturePortal(), { dossier: 'H99.30.38-261121-0009' }); await appear(e, '[role="alert"]'); return e } },
  ...SIGN_SCREENS,
  { name: 'verify', show: async (l) => { const e = panel('motcua-verify', l, new FixturePortal({ signedIn: false })); await appear(e, '#verify-file'); return e } },
  { name: 'verify, not a PDF', show: async (l) => { const e = panel('motcua-verify', l, new FixturePortal({ signedIn: false })); await appear(e, '#verify-file'); attach(e, new File(['x'], 'a.txt')); await appear(e, '[role="alert"]'); return e } },
  { name: 'verify, good', show: (l) => verified(l, ({ pdf, manifest }) => [pdf, manifest]) },
  { name: 'verify, without a manifest', show: (l) => verified(l, ({ pdf }) => [pdf]) },
  { name: 'verify, changed since it was signed', show: (l) => verified(l, ({ pdf, manifest }) => [withOneBitTurned(pdf), manifest]) },
  { name: 'verify, of another dossier', show: (l) => verified(l, ({ pdf, manifest }) => [pdf, manifest], { dossier: 'H99.30.38-261121-0002' }) },
]
