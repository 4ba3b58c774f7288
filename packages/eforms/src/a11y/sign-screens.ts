import type { Signing, SigningRequest } from '@motcua/portal-client/signing'
import '../elements/sign/define.ts'
import type { Language } from '../locales/strings.ts'
import { FIXTURE_CODE, FixturePortal, fixtureServices } from '../testing/services.ts'
import { FixtureSigning, fixtureSigning, requestOf } from '../testing/signing.ts'
import { appear, pressIn } from './deeds.ts'
import type { Screen } from './screens.ts'

async function sign(language: Language, change: Partial<Signing> = {}, outcome?: Partial<Pick<FixtureSigning, 'outcome' | 'failure' | 'bytes'>>): Promise<HTMLElement> {
  const signing = Object.assign(new FixtureSigning(await fixtureSigning(change)), outcome)
  const element = Object.assign(document.createElement('motcua-sign'), { services: { ...fixtureServices({ portal: new FixturePortal() }), signing }, lang: language, dossier: FIXTURE_CODE })
  document.body.append(element)
  await appear(element, '[part="evidence"]')
  if (change.file !== undefined || outcome?.bytes === undefined) await appear(element, '[part="open-file"]')
  return element
}

async function pressed(language: Language, outcome: SigningRequest['state'], failure?: SigningRequest['failure']): Promise<HTMLElement> {
  const element = await sign(language, {}, { outcome, failure })
  await pressIn(element, '[part="confirm"]')
  await appear(element, outcome === 'waiting' ? '[part="cancel"]' : '[part="again"]')
  return element
}

async function unfit(): Promise<Partial<Signing>> {
  const { certificate } = await fixtureSigning()
  return certificate ? { certificate: { ...certificate, notAfter: '2026-11-01T00:00:00+07:00', objections: ['expired', 'not-entitled'] } } : {}
}

/** Every state of signing a result. */
export const SIGN_SCREENS: readonly Screen[] = [
  { name: 'sign, before', show: (l) => sign(l) },
  { name: 'sign, to be issued', show: (l) => sign(l, { next: 'issue', evidence: [evidence('approve'), evidence('sign')] }) },
  { name: 'sign, certificate unfit', show: async (l) => sign(l, await unfit()) },
  { name: 'sign, waiting for the device', show: (l) => pressed(l, 'waiting') },
  { name: 'sign, somebody else', show: async (l) => { const signing = await fixtureSigning(); return sign(l, { request: { ...requestOf(signing, 'waiting'), mine: false, pollSeconds: 60 } }) } },
  { name: 'sign, refused', show: (l) => pressed(l, 'refused') },
  { name: 'sign, failed', show: (l) => pressed(l, 'failed', 'signature-mismatch') },
  { name: 'sign, not yours', show: (l) => sign(l, { hindrance: 'act-not-yours' }) },
  { name: 'sign, done', show: (l) => sign(l, { next: null, hindrance: 'done', evidence: [evidence('approve'), evidence('sign'), evidence('issue')] }) },
  { name: 'sign, bytes that differ', show: async (l) => { const e = await sign(l, {}, { bytes: new TextEncoder().encode('another') }); await appear(e, '[role="alert"]'); return e } },
]

function evidence(act: Signing['evidence'][number]['act']): Signing['evidence'][number] {
  return { act, at: '2026-11-23T09:00:00+07:00', by: act === 'issue' ? 'Nguyễn Thị Mẫu' : 'Nguyễn Văn Mẫu', certificate: 'c'.repeat(64), sha256: 'a'.repeat(64), jws: 'a.b.c' }
}
