import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import type { Rule } from '@motcua/core/rules'
import type { Ending, FeeRule, Procedure, ProcedureResult, Provenance, ReceivingBody, RequiredDocument } from '@motcua/schemas/definition'
import { webAddress } from '../dom/web-address.ts'
import { isReceivedAtDesk, receivingOffice } from '../eform/receiving-office.ts'
import { formatDay, localeOf } from '../locales/formats.ts'
import type { UiKey, Words } from '../locales/strings.ts'
import type { CommuneInfo } from '../services/contract.ts'
import type { Applying, GuideNeeds } from './guide-interview.ts'
import type { GuideWords } from './guide-words.ts'
import { amountText, factItem, factSection, legalBases, presentCode } from './procedure-facts.ts'

/** What the guide is of: a procedure, and where it would be filed; `startsHere` if a link leads to the form. */
export interface GuideSubject { procedure: Procedure; commune: CommuneInfo | undefined; ending: Ending; startsHere: boolean }
interface Saying { words: Words; said: GuideWords }

const NEED_WORDS: Readonly<Record<RequiredDocument['need'], UiKey>> = { 'required': 'guideFile', 'present-only': 'guideShow', 'optional': 'guideOptional', 'lookup': 'guideLookup' }
const BODY_WORDS: Readonly<Record<ReceivingBody, UiKey>> = { 'commune-people-committee': 'guidePeople', 'commune-police': 'guidePolice', 'commune-business-registration': 'guideBusiness' }

/** What to prepare: papers with what is done with them, and when each is needed. */
export function needsView({ questions, documents, spared }: GuideNeeds, saying: Saying): TemplateResult {
  const { words } = saying
  const sure = documents.filter(({ applies }) => applies === 'yes').length
  const names = new Intl.ListFormat(localeOf(words.tag), { type: 'conjunction' }).format(spared.map(({ name }) => words.text(name)))
  return html`<section class="needs" part="papers" aria-labelledby="needs"><h3 id="needs" .textContent=${words('guideNeeds')}></h3>
    <p role="status" .textContent=${`${stateText(questions, sure < documents.length, words)} ${words('guideCount', { sure, maybe: documents.length - sure })}`}></p>
    ${documents.length === 0 ? html`<p .textContent=${words('papersNone')}></p>` : html`<p .textContent=${words('guideOwn')}></p><ul class="papers">${documents.map((document) => paperItem(document, saying))}</ul>`}
    ${spared.length > 0 && questions.some(({ answer }) => answer !== undefined) ? html`<p class="muted" .textContent=${words('guideSpared', { papers: names })}></p>` : nothing}</section>`
}

function stateText(questions: GuideNeeds['questions'], isUnsettled: boolean, words: Words): string {
  const left = questions.filter(({ answer }) => answer === undefined).length
  if (questions.length === 0 || left === questions.length) return words(isUnsettled ? 'guideGeneral' : 'guideSettled')
  return left > 0 ? words('guideLeft', { count: left }) : words(isUnsettled ? 'guideUnsettled' : 'guideSettled')
}

function paperItem({ fact, applies }: Applying<RequiredDocument>, saying: Saying): TemplateResult {
  const { words } = saying
  return factItem(words.text(fact.name), fact, words, { more: html`${conditionView(applies === 'maybe' ? fact.requiredWhen : undefined, saying)}
    <p .textContent=${words(NEED_WORDS[fact.need])}></p>${fact.hint ? html`<p class="muted" .textContent=${words.text(fact.hint)}></p>` : nothing}${unsure(fact, words)}` })
}

/** Everything else, in the order a person asks: form, time, money, how and where, result, who, law. */
export function guideFactsView({ procedure, commune, ending, startsHere }: GuideSubject, { fees, timeLimits }: GuideNeeds, saying: Saying): TemplateResult {
  const { words } = saying
  const item = (text: string, fact: Provenance, more: unknown = ''): TemplateResult => factItem(text, fact, words, { more: html`${more}${unsure(fact, words)}` })
  const { declarationForm: form } = procedure
  return html`<div class="facts">
    ${factSection(words('factWho'), procedure.eligibility.map((fact) => item(words.text(fact.text), fact)), words)}
    <section><h3 .textContent=${words('guideForm')}></h3>${form ? html`<ul>${item([form.name && words.text(form.name), form.code && words('guideFormCode', { code: form.code })].filter(Boolean).join(', '), form)}</ul>` : html`<p .textContent=${words('guideFormUnknown')}></p>`}</section>
    ${factSection(words('factHowLong'), timeLimits.map(({ fact, applies }) => item(words.text(fact.text), fact, conditionView(applies === 'maybe' ? fact.appliesWhen : undefined, saying))), words)}
    ${factSection(words('factHowMuch'), fees.map(({ fact, applies }) => item(`${words.text(fact.name)}: ${feeText(fact, words)}`, fact, html`${conditionView(applies === 'maybe' ? fact.appliesWhen : undefined, saying)}${feeMore(fact, words)}`)), words, procedure.fees.length === 0 ? 'factUnknown' : 'feesNone')}
    <section><h3 .textContent=${words('guideHow')}></h3>${howView({ procedure, commune, ending, startsHere }, item, words)}</section>
    ${factSection(words('factResults'), procedure.results.map((fact) => item(`${words.text(fact.name)} (${formsText(fact, words)})`, fact)), words)}
    ${legalBases(procedure, words)}</div>
    <p class="muted" .textContent=${checkedText(procedure, words)}></p>
    ${procedure.effectiveTo ? html`<p .textContent=${words('guideUntil', { date: formatDay(procedure.effectiveTo) })}></p>` : nothing}`
}

/** The guide asks for no numbers: an amount that depends on some says so, and its name says by what. */
function feeText({ amountVnd }: FeeRule, words: Words): string { return typeof amountVnd === 'object' && amountVnd !== null ? words('guideFeeByForm') : amountText(amountVnd, words) }

function feeMore({ exemptions = [], readings = [] }: FeeRule, words: Words): TemplateResult {
  return html`${readings.map((reading) => html`<p .textContent=${words('guideReading', { name: words.text(reading.name) })}></p>`)}
    ${exemptions.length > 0 ? html`<ul>${exemptions.map((exemption) => factItem(words('guideFree', { who: words.text(exemption.name) }), exemption, words, { more: unsure(exemption, words) }))}</ul>` : nothing}`
}

function howView({ procedure, commune, ending, startsHere }: GuideSubject, item: (text: string, fact: Provenance) => TemplateResult, words: Words): TemplateResult {
  const { handOff, endings, channels } = procedure
  const office = commune ? receivingOffice(procedure, commune) : words(BODY_WORDS[procedure.receivedBy?.body ?? 'commune-people-committee'])
  const place = webAddress(handOff.url)
  const appear = endings.find(({ kind }) => kind === 'book-and-appear')
  return html`<p><span .textContent=${`${words('factWhere')}: `}></span><span lang=${commune ? 'vi' : words.tag} .textContent=${office}></span></p>
    ${commune?.desk && isReceivedAtDesk(procedure) ? html`<p lang="vi" .textContent=${commune.desk.address}></p><p .textContent=${words('deskPhone', { phone: commune.desk.phone })}></p><p .textContent=${words('deskHours', { hours: commune.desk.hours })}></p>` : nothing}
    <ul>${channels.map((fact) => item(words.text(fact.text), fact))}
      ${appear ? item(words('guideAppear'), appear) : html`<li .textContent=${words('guideAppearUnsaid')}></li>`}</ul>
    ${ending === 'submit' ? html`<p .textContent=${words('guideSubmit', { office })}></p>` : html`${startsHere ? html`<p .textContent=${words('guideHandOff')}></p>` : nothing}<ul>${item(words.text(handOff.text), { ...handOff, confidence: 'CONFIRMED' })}</ul>
      ${place ? html`<p><a part="hand-off-link" href=${place} target="_blank" rel="noopener noreferrer" .textContent=${words('guidePlace')}></a></p>` : nothing}
      ${handOff.confidence === 'UNKNOWN' ? html`<p .textContent=${words('guideNoDeepLink', { code: presentCode(procedure) })}></p>` : nothing}`}`
}

function conditionView(rule: Rule | undefined, { words, said }: Saying): TemplateResult | typeof nothing {
  if (rule === undefined) return nothing
  const condition = said.condition(rule)
  return html`<p class="condition" .textContent=${condition ? words('guideOnlyIf', { condition }) : words('guideDepends')}></p>`
}

/** What was put together from neighbouring sources says so in sight, on paper too; what is not established says it of itself. */
function unsure({ confidence }: Provenance, words: Words): TemplateResult | typeof nothing {
  return confidence === 'INFERRED' ? html`<p class="muted" .textContent=${`(${words('guideInferred')})`}></p>` : nothing
}

function formsText({ form }: ProcedureResult, words: Words): string { return form.map((one) => words(one === 'paper' ? 'guidePaper' : 'guideElectronic')).join(', ') }

/** Days on which the facts were compared with their sources; empty before the sources have come. */
function checkedText({ documents, fees, timeLimits, channels, results, eligibility }: Procedure, words: Words): string {
  const days = [...documents, ...fees, ...timeLimits, ...channels, ...results, ...eligibility].map(({ checkedOn }) => checkedOn).filter(Boolean).sort()
  const [first] = days
  const last = days.at(-1)
  if (first === undefined || last === undefined) return ''
  return first === last ? words('guideCheckedOn', { date: formatDay(first) }) : words('guideCheckedBetween', { first: formatDay(first), last: formatDay(last) })
}
