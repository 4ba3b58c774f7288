import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import type { Signing, SigningCertificate, SigningFile, SigningOrder, SigningRequest } from '@motcua/portal-client/signing'
import { isSigningOpen, isSigningOver } from '@motcua/signatures/remote'
import type { SigningState } from '@motcua/signatures/remote'
import { term } from '../dom/describe-list.ts'
import { notice } from '../dom/messages.ts'
import { formatBytes } from '../locales/file-formats.ts'
import { formatInstant } from '../locales/formats.ts'
import type { UiKey, Words } from '../locales/strings.ts'
import type { ShownFile } from './shown-file.ts'

/** Why the request could not be made, in the gateway's own words where it gave any. */
export interface Refusal { reasons: readonly string[]; supportCode: string | undefined }

/** Why nothing can be shown, where trying again would not help. */
export type Bar = 'account' | 'dossier'

/** Everything the view shows. */
export interface SignScreen {
  signing: Signing | undefined
  dossierCode: string
  bar: Bar | undefined
  file: ShownFile
  state: SigningState
  request: SigningRequest | undefined
  /** By the clock of this page, from what the gateway said was left. */
  secondsLeft: number
  isBusy: boolean
  isCancelling: boolean
  isUnreachable: boolean
  refusal: Refusal | undefined
  /** The file that waits is not the one that was asked for. */
  isOtherFile: boolean
  /** What has just been put on record here. */
  done: SigningOrder['act'] | undefined
}

export interface SignDeeds { confirm(): void; cancel(): void; again(): void; look(): void; signOut(): void }

const SHORT_HASH = 16
const ACTS = ['approve', 'sign', 'issue'] as const
const ACT_WORDS = { approve: 'signActApprove', sign: 'signActSign', issue: 'signActIssue' } as const satisfies Record<(typeof ACTS)[number], UiKey>
const OBJECTIONS: Readonly<Record<string, UiKey>> = {
  expired: 'signObjectionExpired', 'not-yet-valid': 'signObjectionNotYet', 'not-for-signing': 'signObjectionPurpose', weak: 'signObjectionWeak',
  'key-mismatch': 'signObjectionKey', 'not-entitled': 'signObjectionEntitled',
}
const HINDRANCES: Readonly<Record<string, UiKey>> = {
  'no-file': 'signHindranceFile', done: 'signHindranceDone', 'dossier-closed': 'signHindranceClosed', 'no-key': 'signHindranceKey',
  'service-unavailable': 'signHindranceService', 'certificate-unfit': 'signHindranceCertificate',
}
const FAILURES: Readonly<Record<string, UiKey>> = {
  'service-unreachable': 'signFailedService', 'service-refused': 'signFailedService', 'service-failed': 'signFailedService',
  'signature-mismatch': 'signFailedMismatch', 'not-verified': 'signFailedVerify',
}

/** What would be signed, then how far it is. The status line stays where it is, so that what happens is announced. */
export function signView(screen: SignScreen, words: Words, deeds: SignDeeds): TemplateResult {
  const { signing, request, state } = screen
  if (!signing) return html`<section class="screen" part="sign">${screen.isUnreachable ? failedView(screen, words, deeds) : html`<p role="status" .textContent=${words('signLoading')}></p>`}</section>`
  return html`<section class="screen" part="sign"><h2 id="heading" tabindex="-1" .textContent=${words('signTitle', { code: signing.dossier.code })}></h2>
    <p id="sign-state" role="status" tabindex="-1" class=${screen.done ? 'good' : ''} .textContent=${stateText(screen, words)}></p>
    ${request && isSigningOpen(state) ? openView(screen, request, words, deeds) : nothing}
    ${screen.isUnreachable ? notice(words('signCheckFailed'), 'warn') : nothing}
    ${isSigningOver(state) && state !== 'recorded' ? html`<button type="button" part="again" class="button secondary" .textContent=${words('signAgain')} @click=${deeds.again}></button>` : nothing}
    ${whatView(signing, screen.file, words, deeds)}
    ${signing.certificate ? certificateView(signing.certificate, words) : nothing}
    ${evidenceView(signing, words)}
    ${state === 'chosen' ? pressView(screen, signing, words, deeds) : nothing}</section>`
}

function failedView({ bar, dossierCode }: SignScreen, words: Words, { look, signOut }: SignDeeds): TemplateResult {
  if (bar === 'account') return html`${notice(words('signBarredAccount'), 'bad-notice')}${button(words, 'signOtherAccount', signOut, 'secondary')}`
  if (bar === 'dossier') return html`${notice(words('signBarredDossier', { code: dossierCode }), 'bad-notice')}${button(words, 'signReload', look, 'secondary')}`
  return html`${notice(words('signUnavailable'), 'bad-notice')}${button(words, 'signReload', look, 'secondary')}`
}

function whatView({ dossier, file, next }: Signing, shown: ShownFile, words: Words, deeds: SignDeeds): TemplateResult {
  return html`<h3 .textContent=${words(next === null && file ? 'signWhatDone' : 'signWhat')}></h3><dl part="what">${term(words('signDossier'), dossier.code)}
      ${term(words('signProcedure'), `${words.text(dossier.procedureName)} (${dossier.procedureCode})`)}${term(words('signAgency'), dossier.agencyName, '', ownLanguage(words))}
      ${file ? fileTerms(file, words) : nothing}</dl>${file ? fileView(file, shown, words, deeds) : nothing}`
}

function fileTerms(file: SigningFile, words: Words): TemplateResult {
  return html`${term(words('signFile'), file.name)}${term(words('signPages'), String(file.pages))}${term(words('signSize'), formatBytes(file.bytes, words.tag))}
    ${term(words('signHash'), `${file.sha256.slice(0, SHORT_HASH)}…`)}`
}

function fileView(file: SigningFile, shown: ShownFile, words: Words, { look }: SignDeeds): TemplateResult {
  return html`<details><summary .textContent=${words('signHashWhole', { file: file.name })}></summary><p class="hash" part="hash" .textContent=${file.sha256}></p></details>
    ${shown.state === 'loading' ? html`<p role="status" .textContent=${words('signFileLoading')}></p>` : nothing}
    ${shown.state === 'matches' ? html`<p><a part="open-file" class="button secondary" target="_blank" rel="noopener" href=${shown.url ?? nothing} .textContent=${words('signOpen')}></a></p><p class="muted" .textContent=${words('signFileMatches')}></p>` : nothing}
    ${shown.state === 'differs' ? notice(words('signFileDiffers'), 'bad-notice') : shown.state === 'failed' ? html`${notice(words('signFileFailed'), 'bad-notice')}${button(words, 'signReload', look, 'secondary')}` : nothing}`
}

function certificateView(certificate: SigningCertificate, words: Words): TemplateResult {
  const { objections } = certificate
  const own = ownLanguage(words)
  return html`<h3 .textContent=${words('signCertificate')}></h3><dl part="certificate">${term(words('signHolder'), certificate.subject, '', own)}
      ${certificate.organisation === undefined ? nothing : term(words('signOrganisation'), certificate.organisation, '', own)}${term(words('signIssuer'), certificate.issuer, '', own)}
      ${term(words('signValidUntil'), formatInstant(certificate.notAfter, words.tag))}</dl>
    ${objections.length === 0 ? nothing : html`<div class="notice bad-notice" role="alert" part="objections"><p .textContent=${words('signUnfit')}></p>
      <ul>${objections.map((code) => html`<li .textContent=${words(OBJECTIONS[code] ?? 'signObjectionOther')}></li>`)}</ul></div>`}`
}

/** Names of people and offices are Vietnamese in every language. */
function ownLanguage(words: Words): string { return words.tag === 'vi' ? '' : 'vi' }

function evidenceView({ evidence, next, issuing, hindrance }: Signing, words: Words): TemplateResult {
  const status = (act: (typeof ACTS)[number]): string => {
    const done = evidence.find((one) => one.act === act)
    if (done) return words('signEvidenceDone', { by: done.by, time: formatInstant(done.at, words.tag) })
    if (act === 'issue' && issuing === 'none') return words('signEvidenceNone')
    const isNow = next !== null && hindrance === undefined && (act === next || (act === 'approve' && next === 'sign'))
    return words(isNow ? 'signEvidenceNow' : 'signEvidenceMissing')
  }
  return html`<h3 .textContent=${words('signEvidence')}></h3><p class="muted" .textContent=${words('signEvidenceNote')}></p>
    <dl part="evidence">${ACTS.map((act) => term(words(ACT_WORDS[act]), status(act)))}</dl>`
}

function pressView({ file, refusal, isBusy, isOtherFile }: SignScreen, signing: Signing, words: Words, deeds: SignDeeds): TemplateResult {
  const { next, hindrance, certificate } = signing
  const refused = refusal ? html`<div class="notice bad-notice" role="alert"><p .textContent=${words('signNotBegun')}></p>
    ${refusal.reasons.map((reason) => html`<p lang="vi" .textContent=${reason}></p>`)}${refusal.supportCode ? html`<p class="muted" .textContent=${words('supportCode', { code: refusal.supportCode })}></p>` : nothing}</div>` : nothing
  if (isOtherFile) return html`${refused}${notice(words('signOtherFile'), 'warn')}${button(words, 'signReload', deeds.again, 'secondary')}`
  if (next === null || hindrance !== undefined) {
    return html`${refused}${notice(words(hindranceKey(hindrance, next)), hindrance === 'done' ? '' : 'warn')}${hindrance === 'done' ? nothing : button(words, 'signReload', deeds.again, 'secondary')}`
  }
  const canPress = !isBusy && file.state === 'matches' && certificate?.objections.length === 0
  return html`${refused}<p id="sign-before" .textContent=${words(next === 'sign' ? 'signBeforeSign' : 'signBeforeIssue')}></p>
    <button type="button" class="button" part="confirm" aria-describedby="sign-before" aria-disabled=${canPress ? nothing : 'true'} .textContent=${words(next === 'sign' ? 'signPressSign' : 'signPressIssue')} @click=${deeds.confirm}></button>`
}

function hindranceKey(hindrance: string | undefined, next: Signing['next']): UiKey {
  if (hindrance === 'act-not-yours') return next === 'issue' ? 'signHindranceIssue' : 'signHindranceSign'
  return HINDRANCES[hindrance ?? 'done'] ?? 'signHindranceOther'
}

function openView({ secondsLeft, isCancelling, state }: SignScreen, request: SigningRequest, words: Words, deeds: SignDeeds): TemplateResult {
  const whole = Math.max(1, Math.round((Date.parse(request.expiresAt) - Date.parse(request.startedAt)) / 1000))
  const left = words('signSecondsLeft', { minutes: Math.floor(secondsLeft / 60), seconds: secondsLeft % 60 })
  return html`${state === 'waiting' ? html`<progress aria-label=${words('signTimeLeft')} aria-valuetext=${left} max=${whole} value=${Math.min(whole, secondsLeft)}></progress><p class="muted" part="time-left" .textContent=${left}></p>` : nothing}
    ${request.mine ? html`<button type="button" class="button secondary" part="cancel" aria-disabled=${isCancelling ? 'true' : nothing} .textContent=${words(isCancelling ? 'signCancelling' : 'signCancel')} @click=${deeds.cancel}></button>` : nothing}`
}

function stateText({ state, request, done }: SignScreen, words: Words): string {
  switch (state) {
    case 'chosen': return done ? words(done === 'sign' ? 'signRecordedSign' : 'signRecordedIssue') : ''
    case 'preparing': return words('signPreparing')
    case 'waiting': return waitingText(request, words)
    case 'embedding': return words('signEmbedding')
    case 'verified': return words('signVerified')
    case 'recorded': return words(request?.act === 'issue' ? 'signRecordedIssue' : 'signRecordedSign')
    case 'refused': return words('signRefused')
    case 'expired': return words('signExpired')
    case 'cancelled': return words('signCancelled', { number: request?.number ?? 1 })
    case 'changed': return words('signChanged')
    case 'failed': return words(FAILURES[request?.failure ?? ''] ?? 'signFailed')
  }
}

/** The number stands in what the device shows too: a request that was cancelled stays there. */
function waitingText(request: SigningRequest | undefined, words: Words): string {
  const { mine = true, number = 1, confirmedInstead } = request ?? {}
  if (!mine) return words('signWaitingOther')
  return confirmedInstead === undefined ? words('signWaiting', { number }) : words('signConfirmedInstead', { old: confirmedInstead, number })
}

function button(words: Words, key: UiKey, press: () => void, kind = ''): TemplateResult {
  return html`<button type="button" class=${`button ${kind}`} .textContent=${words(key)} @click=${press}></button>`
}
