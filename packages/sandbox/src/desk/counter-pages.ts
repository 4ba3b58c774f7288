import { html } from 'hono/html'
import { tableView } from '../http/simulator-page.ts'
import type { Markup } from '../http/simulator-page.ts'
import type { Matter, Queue, Ticket } from './counter-client.ts'
import { messageView, officerBar } from './pages.ts'
import type { DeskMessage } from './session.ts'

const STATES: Readonly<Record<string, string>> = { booked: 'Chưa đến', arrived: 'Đang chờ', called: 'Đang gọi', served: 'Đã xong', 'no-show': 'Vắng mặt', cancelled: 'Đã hủy' }
const ACTS: Readonly<Record<string, string>> = { arrive: 'Đã đến', recall: 'Gọi lại', serve: 'Xong', 'no-show': 'Vắng mặt', cancel: 'Bỏ về' }

/** The waiting room as the officers run it: who is at which counter, who waits, who is still to come. */
export function countersView({ officerName, queue, matters, message }: { officerName: string; queue: Queue; matters: readonly Matter[]; message: DeskMessage | undefined }): Markup {
  const { tickets, waiting } = queue
  const inTurn = waiting.flatMap((code) => tickets.find((ticket) => ticket.code === code) ?? [])
  const booked = tickets.filter(({ state }) => state === 'booked')
  const absent = tickets.filter(({ state }) => state === 'no-show')
  const done = tickets.filter(({ state }) => state === 'served' || state === 'cancelled')
  return html`${messageView(message)}
${officerBar(officerName)}
<p><a href="/">← Danh sách hồ sơ</a></p>
<h2>Quầy</h2>
${queue.counters.map(({ id, name }) => counterView(queue, id, name.vi, tickets.find((ticket) => ticket.state === 'called' && ticket.counter?.id === id)))}
<h2>Đang chờ (${inTurn.length})</h2>
${ticketsView(inTurn, queue)}
<h2>Phát số cho người không hẹn trước</h2>
${walkInView(queue, matters)}
<h2>Có hẹn hôm nay, chưa đến</h2>
${ticketsView(booked, queue)}
<h2>Vắng mặt</h2>
${ticketsView(absent, queue)}
<h2>Đã xong</h2>
${ticketsView(done, queue)}`
}

function counterView(queue: Queue, id: string, name: string, ticket: Ticket | undefined): Markup {
  return html`<div class="card" data-counter="${id}"><p><strong>${name}</strong>: ${ticket === undefined ? 'trống' : html`đang gọi <strong class="mono">${ticket.ticket}</strong>${ticket.calls > 1 ? ` (lần ${ticket.calls})` : ''}${ticket.name === null ? '' : ` — ${ticket.name}`}`}</p>
<div class="row">${ticket === undefined
    ? html`<form method="post" action="/counters/${encodeURIComponent(id)}/next"><button>Gọi người tiếp theo</button></form>`
    : ticket.allowed.map((act) => actView(ticket, act, queue))}</div></div>`
}

function walkInView({ priorityGroups }: Queue, matters: readonly Matter[]): Markup {
  return html`<form class="card" method="post" action="/tickets"><label for="procedure">Việc cần làm</label>
<select id="procedure" name="procedure"><option value="">Việc khác</option>${matters.map(({ slug, name }) => html`<option value="${slug}">${name}</option>`)}</select>
${priorityGroups.length === 0 ? '' : html`<label for="priority">Nhóm ưu tiên</label><select id="priority" name="priority"><option value="">Không</option>${prioritiesView(priorityGroups)}</select>`}
<div class="row"><button>Phát số</button></div></form>`
}

function ticketsView(tickets: readonly Ticket[], queue: Queue): Markup {
  if (tickets.length === 0) return html`<p>Không có ai.</p>`
  return tableView(['Số', 'Giờ hẹn', 'Thủ tục', 'Tên', 'Trạng thái', 'Việc'], tickets.map((ticket) => [
    html`<span class="mono">${ticket.ticket}</span> <span class="hint">${ticket.code}</span>`, ticket.time ?? '—', ticket.procedureName?.vi ?? '—', ticket.name ?? '—', STATES[ticket.state] ?? ticket.state,
    html`<div class="row">${ticket.allowed.filter((act) => act !== 'call').map((act) => actView(ticket, act, queue))}${ticket.allowed.includes('call') ? queue.counters.map(({ id, name }) => callView(ticket, id, name.vi)) : ''}</div>`,
  ]))
}

function actView({ code, ticket, state }: Ticket, act: string, { priorityGroups }: Queue): Markup {
  const word = act === 'cancel' && state === 'booked' ? 'Hủy hẹn' : ACTS[act] ?? act
  // Who booked is seen at the desk for the first time: only now can it be said whether they go before others.
  const priority = act !== 'arrive' || state !== 'booked' || priorityGroups.length === 0 ? '' : html`<select name="priority" aria-label="Nhóm ưu tiên của ${ticket}"><option value="">Không ưu tiên</option>${prioritiesView(priorityGroups)}</select>`
  return html`<form method="post" action="/tickets/${encodeURIComponent(code)}/${act}">${priority}<button class="plain" aria-label="${word}: ${ticket}">${word}</button></form>`
}

function prioritiesView(groups: Queue['priorityGroups']): Markup {
  return html`${groups.map(({ id, name }) => html`<option value="${id}">${name.vi}</option>`)}`
}

function callView({ code, ticket }: Ticket, counter: string, name: string): Markup {
  return html`<form method="post" action="/tickets/${encodeURIComponent(code)}/call"><input type="hidden" name="counter" value="${counter}"><button class="plain" aria-label="Gọi ${ticket} đến ${name}">Gọi đến ${name}</button></form>`
}
