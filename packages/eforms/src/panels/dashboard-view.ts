import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import type { MonthStatistics, Statistics } from '@motcua/portal-client/statistics'
import { notice } from '../dom/messages.ts'
import { badAttributeNotice } from '../eform/blocked-view.ts'
import { formatDay, formatInstant } from '../locales/formats.ts'
import type { Words } from '../locales/strings.ts'
import type { DashboardPanel } from './dashboard-panel.ts'
import { COUNT_GROUPS, countOf, monthName, rowsOf, SHARE_NAMES, shareOf, solvedOf, tellFigure } from './figures.ts'
import type { Told } from './figures.ts'

export interface DashboardActs { download(): void; print(): void }

/** The whole page of figures: what they are, the month in a sentence, a table for each group, and what the index weighs. */
export function dashboardView(panel: DashboardPanel, acts: DashboardActs): TemplateResult {
  const words = panel.host.words()
  const { data, month, options } = panel
  if (panel.lacksCommune) return html`${badAttributeNotice(words, 'panelCommune', 'commune', options.commune)}<slot></slot>`
  const problem = panel.problem ? html`${notice(words(panel.problem), 'bad-notice')}<div class="buttons"><button id="retry" type="button" class="button secondary" .textContent=${words('retry')} @click=${() => { void panel.retry() }}></button></div>` : nothing
  if (!data || !month) return panel.problem ? html`${problem}<slot></slot>` : html`<p role="status" .textContent=${words('dashLoading')}></p><slot></slot>`
  return html`<h2 id="heading" tabindex="-1" .textContent=${words('dashTitle', { commune: data.communeName })}></h2>
    ${panel.badPeriod ? notice(words('dashPeriod', { period: options.period }), 'warn') : nothing}
    ${panel.missingMonth ? notice(words('dashNoMonth', { month: monthName(panel.missingMonth, words) }), 'warn') : nothing}
    ${data.notice ? notice(words.text(data.notice), 'warn') : nothing}
    <div class="field no-print"><label class="label" part="label" for="month" .textContent=${words('dashMonth')}></label>
      <select id="month" class="w-20" part="control" @change=${({ target }: Event) => { if (target instanceof HTMLSelectElement) void panel.show(target.value) }}>${data.available.map((one) => html`<option .value=${one} .selected=${one === data.month} .textContent=${monthName(one, words)}></option>`)}</select></div>
    ${problem}
    <p role="status" .textContent=${panel.busy ? words('dashLoading') : panel.switched ? words('dashShown', { month: monthName(data.month, words) }) : ''}></p>
    ${aboutView(month, data, words)}
    ${COUNT_GROUPS.map(([caption, names]) => countTable(words(caption), rowsOf(month, names, { words, below: data.smallNumberBelow }), words))}
    ${sharesTable(month, words)}
    ${countTable(words('dashGroupRatings'), ratingRows(month, data, words), words)}
    ${yearTable(data, words)}
    ${indexTable(data, words)}
    <div class="buttons no-print"><button type="button" class="button secondary" part="download" .textContent=${words('dashCsv')} @click=${acts.download}></button>
      <button type="button" class="button secondary" part="print" .textContent=${words('dashPrint')} @click=${acts.print}></button></div>`
}

function aboutView(month: MonthStatistics, data: Statistics, words: Words): TemplateResult {
  const said = { words, below: data.smallNumberBelow }
  return html`<h3 .textContent=${monthName(month.month, words)}></h3>
    <p class="sentence" .textContent=${words('dashSummary', { received: countOf(month, 'receivedNew', said).text, solved: solvedOf(month, words).text, onTime: shareOf(month, 'onTime', words).text })}></p>
    <p class="muted"><span .textContent=${month.isOver ? words('dashMeasuredOver') : words('dashMeasured', { time: formatInstant(month.measuredAt, words.tag) })}></span> ${month.source
      ? html`<span .textContent=${words('dashEarlier')}></span><span .textContent=${words.text(month.source)}></span>` : html`<span .textContent=${words('dashRecords')}></span>`}</p>
    ${data.smallNumberBelow > 1 ? html`<p class="muted" .textContent=${words('dashSmall', { below: data.smallNumberBelow })}></p>` : nothing}`
}

function countTable(caption: string, rows: ReadonlyArray<Told & { label: string }>, words: Words): TemplateResult {
  const most = Math.max(1, ...rows.map(({ value }) => value ?? 0))
  return html`<table><caption .textContent=${caption}></caption><thead><tr><th scope="col" .textContent=${words('dashWhat')}></th><th scope="col" class="number" .textContent=${words('dashValue')}></th></tr></thead>
    <tbody>${rows.map(({ label, text, value, why }) => html`<tr><th scope="row"><span .textContent=${label}></span>${whyView(why, words)}</th><td class="number"><span .textContent=${text}></span>${bar(value, most)}</td></tr>`)}</tbody></table>`
}

function sharesTable(month: MonthStatistics, words: Words): TemplateResult {
  return html`<table><caption .textContent=${words('dashGroupShares')}></caption><thead><tr><th scope="col" .textContent=${words('dashWhat')}></th><th scope="col" class="number" .textContent=${words('dashPercent')}></th></tr></thead>
    <tbody>${SHARE_NAMES.map((name) => {
      const { text, value, outOf, why } = shareOf(month, name, words)
      return html`<tr><th scope="row"><span .textContent=${words(`dashShare:${name}`)}></span><span class="muted how" .textContent=${words(`dashHow:${name}`)}></span>${whyView(why, words)}</th>
        <td class="number"><span .textContent=${text}></span>${outOf ? html`<span class="muted how" .textContent=${outOf}></span>` : nothing}${bar(value, 100)}</td></tr>`
    })}</tbody></table>`
}

function ratingRows({ ratings }: MonthStatistics, { scale, smallNumberBelow: below }: Statistics, words: Words): Array<Told & { label: string }> {
  return scale.levels.map(({ id, name }) => {
    const figure = ratings.find(({ level }) => level === id) ?? { value: null, state: 'not-measured' as const }
    return { label: words.text(name), ...tellFigure(figure, { words, below }) }
  })
}

function yearTable({ months, smallNumberBelow: below }: Statistics, words: Words): TemplateResult {
  const rows = months.map((month) => ({ month: month.month, received: countOf(month, 'receivedNew', { words, below }), solved: solvedOf(month, words), onTime: month.shares.onTime?.state === 'none' ? words('dashNone') : shareOf(month, 'onTime', words).text }))
  const most = Math.max(1, ...rows.flatMap(({ received, solved }) => [received.value ?? 0, solved.value ?? 0]))
  return html`<table class="year"><caption .textContent=${words('dashGroupYear')}></caption>
    <thead><tr><th scope="col" .textContent=${words('dashMonth')}></th>${(['dashReceived', 'dashSolved', 'dashOnTime'] as const).map((key) => html`<th scope="col" class="number" .textContent=${words(key)}></th>`)}</tr></thead>
    <tbody>${rows.map(({ month, received, solved, onTime }) => html`<tr><th scope="row" .textContent=${monthName(month, words)}></th>
      <td class="number"><span .textContent=${received.text}></span>${bar(received.value, most)}</td><td class="number"><span .textContent=${solved.text}></span>${bar(solved.value, most)}</td><td class="number"><span .textContent=${onTime}></span></td></tr>`)}</tbody></table>`
}

/** What the index weighs, from data with its source. A score is never computed here. */
function indexTable({ index }: Statistics, words: Words): TemplateResult {
  return html`<details><summary .textContent=${words('dashIndex')}></summary><p .textContent=${words('dashIndexIntro')}></p>
    <table><caption .textContent=${words.text(index.name)}></caption><thead><tr><th scope="col" .textContent=${words('dashIndexGroup')}></th><th scope="col" class="number" .textContent=${words('dashIndexPoints')}></th></tr></thead>
      <tbody>${index.groups.map(({ name, maxPoints }) => html`<tr><th scope="row" .textContent=${words.text(name)}></th><td class="number" .textContent=${String(maxPoints)}></td></tr>`)}</tbody></table>
    <p class="muted"><span lang="vi" .textContent=${`${index.citation}. ${index.source}.`}></span> <span .textContent=${`${words('checkedLine', { date: formatDay(index.checkedOn) })}. ${words('confidenceLine', { confidence: words(`confidence${index.confidence}`) })}.`}></span></p></details>`
}

function whyView(why: string | undefined, words: Words): TemplateResult | typeof nothing {
  return why ? html`<span class="muted how" .textContent=${words('dashWhy', { why })}></span>` : nothing
}

/** A picture of the number beside it, for the eye only. */
function bar(value: number | null, most: number): TemplateResult | typeof nothing {
  if (value === null || value === 0) return nothing
  return html`<svg class="bar" aria-hidden="true" focusable="false" viewBox="0 0 100 6" preserveAspectRatio="none" width="100%" height="6"><rect width=${Math.max(1, Math.round((value / most) * 100))} height="6"></rect></svg>`
}
