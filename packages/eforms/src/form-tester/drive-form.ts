import { todayInVietnam } from '@motcua/core/dates'
import { documentChecklist } from '@motcua/dossier/documents'
import { createForm } from '@motcua/form-core'
import type { ItemState, PageState } from '@motcua/form-core'
import type { JsonObject } from '@motcua/core/json'
import type { FormDefinition } from '@motcua/schemas/definition'
import { signal } from '@preact/signals-core'
import { answerSections } from '../eform/answers.ts'
import { closingPageOf } from '../eform/closing-page.ts'
import { CHECK_STEP, DOCUMENTS_STEP } from '../eform/flow-types.ts'
import type { FormContext } from '../form-view/context.ts'
import { languageOf, loadWords } from '../locales/strings.ts'
import type { Language, UiKey, Words } from '../locales/strings.ts'
import { viFields } from '../locales/vi-fields.ts'
import { viFlow } from '../locales/vi-flow.ts'
import { viHandOff } from '../locales/vi-hand-off.ts'
import { viRows } from '../locales/vi-rows.ts'
import { PlaceDirectory } from '../places/place-directory.ts'
import { readCommunes } from '../places/read-communes.ts'
import { seldomViews } from '../seldom/lazy-views.ts'
import { fillPage } from './fill-page.ts'
import type { Unfilled } from './fill-page.ts'
import type { FormPage, Target, TestFile } from './form-page.ts'
import { startsWith } from './name-pattern.ts'

/** Where the tester is: one of the form's own pages, or `@documents`, `@check`, `@done`. */
export interface PageInfo { id: string; title: string }

export interface DriveFormOptions {
  /** The browser: {@link vitestPage} or {@link playwrightPage}. The element is on the page already. */
  page: FormPage
  definition: FormDefinition
  /** What a person answers, as the payload it must become. */
  answers: JsonObject
  /** Files by id of the paper; those that are not asked for stay away. @default none */
  attachments?: Readonly<Record<string, TestFile>>
  /** Called on every page when it is filled in, before going on: the place for axe. */
  eachPage?: (info: PageInfo) => Promise<void>
  /** Content of `reference/communes.json`, for forms that ask for a commune. */
  places?: unknown
  /** Language of the element. @default 'vi' */
  language?: Language
  /** The day the answers are judged on, `YYYY-MM-DD`; set the page's clock to it too. @default today */
  today?: string
  /** How long a page may take to appear, in milliseconds; the start page twice as long. @default 5000 */
  timeoutMs?: number
}

export interface DriveReport {
  /** Pages seen, in order, with `@documents`, `@check` and `@done`. */
  pages: string[]
  /** What could not be answered, by pointer of the payload, and why. */
  unfilled: Unfilled[]
  /** Lines of the check page that do not read as answered. `shown` is absent when the line is missing. */
  summary: Array<{ label: string; expected: string; shown?: string }>
  /** The page that did not let go on, with what it said; `start` when the form never opened. */
  stopped?: { page: string; messages: string[] }
}

/**
 * Fills in a whole `<motcua-eform>` as a person does: finds every control by role and label, clicks and types, presses
 * Continue page by page, reads the check page, agrees, and presses the last button.
 *
 * It never throws for what the form does wrong: read {@link DriveReport}. An empty report is
 * `{ unfilled: [], summary: [] }` without `stopped`.
 *
 * @throws {Error} of the browser tool when a control that was found cannot be used.
 * @example
 * const report = await driveForm({ page: vitestPage(page, userEvent), definition, answers, eachPage: () => expectAccessible(element) })
 * expect(report).toMatchObject({ unfilled: [], summary: [] })
 */
export async function driveForm(options: DriveFormOptions): Promise<DriveReport> {
  const { page, definition, answers, timeoutMs = 5000 } = options
  const words = await loadWords(languageOf(options.language), { ...viFields, ...viFlow, ...viHandOff, ...viRows })
  const places = new PlaceDirectory(() => Promise.resolve(options.places))
  if (options.places !== undefined) await places.load(readCommunes)
  const { language } = words
  const labels = definition.locales[language]
  const form = createForm({ definition, locale: language, initial: answers, ...(options.today !== undefined && { now: () => new Date(`${options.today}T12:00:00+07:00`) }) })
  const context: FormContext = { form, words: signal(words), labels: signal(labels), places, message: () => '' }
  const fill = (items: readonly ItemState[]): Promise<Unfilled[]> => fillPage({ page, form, items, context, timeoutMs })
  const report: DriveReport = { pages: [], unfilled: [], summary: [] }
  const closing = closingPageOf(form)
  const title = (id: string): string => labels.pages[id]?.title ?? id
  const press = (key: UiKey): Promise<void> => page.click({ role: 'button', name: words(key) })

  /** Waits for one of them. False when the page has put up an error summary instead, or nothing in time. */
  const appears = async (wanted: readonly Target[], patienceMs: number): Promise<boolean> => {
    // Not the clock of the day, which a test may have stopped.
    const until = performance.now() + patienceMs
    for (;;) {
      for (const target of wanted) if (await page.count(target) > 0) return true
      if (await page.count({ role: 'alert' }) > 0 || performance.now() > until) {
        report.stopped = { page: report.pages.at(-1) ?? 'start', messages: await page.texts('alert') }
        return false
      }
      await aMoment()
    }
  }
  const arrive = async (id: string, headings: readonly string[]): Promise<boolean> => {
    const arrived = await appears(headings.map((name) => ({ role: 'heading', name })), timeoutMs)
    if (arrived) report.pages.push(id)
    return arrived
  }
  const look = async (id: string, name: string): Promise<void> => { await options.eachPage?.({ id, title: name }) }

  // Before its start page stands the element loads code, definition and names of places.
  if (!await appears([{ role: 'button', name: words('start') }], 2 * timeoutMs)) return report
  await press('start')
  for (const { id, items } of form.pages.value.filter((p) => p !== closing)) {
    if (!await arrive(id, [title(id)])) return report
    report.unfilled.push(...await fill(items.value))
    await look(id, title(id))
    await press('continue')
  }
  if (!await arrive(DOCUMENTS_STEP, [words('documentsTitle')])) return report
  await attach(options, form.project(), words)
  await look(DOCUMENTS_STEP, words('documentsTitle'))
  await press('continue')

  if (!await arrive(CHECK_STEP, [words('checkTitle')])) return report
  // What names a place comes in a chunk of its own, here as on the page.
  for (const until = performance.now() + timeoutMs; !seldomViews() && performance.now() < until;) await aMoment()
  report.summary.push(...await compareSummary(page, context, closing))
  if (closing) report.unfilled.push(...await fill(closing.items.value))
  else await page.click({ role: 'checkbox', name: words('undertaking') })
  await look(CHECK_STEP, words('checkTitle'))
  const submit: Target = { role: 'button', name: words('submit') }
  await page.click(await page.count(submit) > 0 ? submit : { role: 'button', name: words('finishHandOff') })
  if (await arrive('@done', [words('ackTitle'), words('handOffTitle')])) await look('@done', '')
  return report
}

/** Attaches what is asked for and waits until it has arrived. */
async function attach({ page, definition, attachments = {}, today }: DriveFormOptions, answers: JsonObject, words: Words): Promise<void> {
  for (const { document, askedFor } of documentChecklist(definition.procedure, answers, { on: today ?? todayInVietnam(new Date()) })) {
    const file = attachments[document.id]
    if (file && askedFor) await page.attach(startsWith(document.name[words.language]), file)
  }
  while (await page.count({ role: 'progressbar' }) > 0) await aMoment()
}

function aMoment(): Promise<void> { return new Promise((resolve) => { setTimeout(resolve, 5) }) }

/** Every answer in words beside its question, in the order of the form. */
async function compareSummary(page: FormPage, context: FormContext, closing: PageState | undefined): Promise<DriveReport['summary']> {
  const { form } = context
  const words = context.words.value
  const expected = form.pages.value.filter((p) => p !== closing)
    .flatMap((p) => answerSections(p.items.value, context).flatMap((section) => section.answers))
    .map(({ label, value }) => ({ label, expected: value || words('notAnswered') }))
  const terms = await page.texts('term')
  // Each line is the question, the answer, and the way back to it.
  const values = (await page.texts('definition')).filter((_text, index) => index % 2 === 0)
  return expected.flatMap((line, index) => (terms[index] === line.label && values[index] === line.expected ? []
    : [{ ...line, ...(terms[index] === line.label && values[index] !== undefined && { shown: values[index] }) }]))
}
