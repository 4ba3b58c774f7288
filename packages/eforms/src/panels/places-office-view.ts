import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import type { WorkingCalendar } from '@motcua/core/calendar'
import { term } from '../dom/describe-list.ts'
import { notice } from '../dom/messages.ts'
import { localeOf } from '../locales/formats.ts'
import type { Words } from '../locales/strings.ts'
import { clockTime } from './places-hours.ts'
import type { Stretch, WeekHours } from './places-hours.ts'
import type { Office, OfficeFault } from './places-offices.ts'
import { openState } from './places-open.ts'

/** One office: whether it is open, its address, telephone and hours, and the page's own link to a map. */
export function officeView(office: Office, words: Words, { now, calendar }: { now: Date; calendar: WorkingCalendar }): TemplateResult {
  const { name, address, phone, hours, mapUrl } = office
  return html`<section part="office"><h4 lang="vi" .textContent=${name}></h4>
    ${hours.kind === 'week' ? html`<p part="open" .textContent=${openText(hours.week, words, { now, calendar })}></p>` : nothing}
    <dl>${term(words('placesAddress'), address, '', 'vi')}
      <div class="row"><dt .textContent=${words('placesPhone')}></dt><dd><a href=${`tel:${phone.replaceAll(/[^\d+]/g, '')}`} .textContent=${phone}></a></dd></div>
      ${hours.kind === 'week' ? term(words('placesHours'), weekText(hours.week, words)) : term(words('placesHours'), hours.words, '', 'vi')}</dl>
    ${mapUrl === undefined ? nothing : html`<p><a part="map-link" href=${mapUrl} target="_blank" rel="noopener noreferrer" .textContent=${words('placesMap', { name })}></a></p>`}</section>`
}

/** What is wrong with the page's list, for whoever keeps it; the entries that are right stand beside it. */
export function faultsView(faults: readonly OfficeFault[], words: Words): TemplateResult | typeof nothing {
  if (faults.length === 0) return nothing
  const named = faults.map(({ at, field }) => (at === 0 ? words('placesFaultList') : field === '' ? words('placesFaultEntry', { at }) : words('placesFaultField', { at, field })))
  return notice(words('placesFault', { faults: named.join('; ') }), 'warn')
}

function openText(week: WeekHours, words: Words, { now, calendar }: { now: Date; calendar: WorkingCalendar }): string {
  const state = openState(week, now, calendar)
  if (state.kind === 'unsure') return words('placesUnsure')
  const caveat = state.isKnown ? '' : words('placesNoCalendar', { year: calendar.knownThrough.slice(0, 4) })
  if (state.kind === 'open') return [words('placesOpen', { time: clockTime(state.closesAt) }), caveat].filter(Boolean).join(' ')
  const { isHoliday, opens } = state
  return [words('placesClosed'), isHoliday && words('placesHoliday'), opens && words('placesOpens', { time: clockTime(opens.at), day: dayText(opens.date, words) }), caveat].filter(Boolean).join(' ')
}

/** Days after one another with the same hours in one line, from Monday on. */
function weekText(week: WeekHours, words: Words): string {
  const groups: Array<{ first: number; last: number; stretches: readonly Stretch[] }> = []
  for (const day of [1, 2, 3, 4, 5, 6, 0]) {
    const stretches = week[day] ?? []
    const group = groups.at(-1)
    if (group && hoursText(group.stretches) === hoursText(stretches)) group.last = day
    else groups.push({ first: day, last: day, stretches })
  }
  const name = new Intl.DateTimeFormat(localeOf(words.tag), { weekday: 'long', timeZone: 'UTC' })
  // 2 August 2026 was a Sunday.
  const nameOf = (day: number): string => name.format(Date.UTC(2026, 7, 2 + day))
  return groups.filter(({ stretches }) => stretches.length > 0)
    .map(({ first, last, stretches }) => `${first === last ? nameOf(first) : words('placesDays', { first: nameOf(first), last: nameOf(last) })}: ${hoursText(stretches)}`).join('\n')
}

function hoursText(stretches: readonly Stretch[]): string { return stretches.map(({ from, to }) => `${clockTime(from)}–${clockTime(to)}`).join(', ') }

function dayText(date: string, { tag }: Words): string {
  return new Intl.DateTimeFormat(localeOf(tag), { weekday: 'long', day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))
}
