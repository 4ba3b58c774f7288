import { html } from 'hono/html'
import { tableView } from '../http/simulator-page.ts'
import type { Markup } from '../http/simulator-page.ts'
import type { Feedback, Summary } from './feedback-client.ts'
import { dateTimeWord } from './words.ts'

export const KINDS: Readonly<Record<string, string>> = { complaint: 'Phản ánh', suggestion: 'Kiến nghị' }
const STATES: Readonly<Record<string, string>> = {
  received: 'Mới nhận', 'in-progress': 'Đang xử lý', 'more-asked': 'Chờ người gửi nói thêm', answered: 'Đã trả lời', published: 'Đã công khai', refused: 'Không tiếp nhận', withdrawn: 'Người gửi đã rút',
}
export const ACTS: Readonly<Record<string, string>> = {
  sent: 'Người dân gửi', accept: 'Tiếp nhận xử lý', ask: 'Hỏi thêm', supply: 'Người dân nói thêm', answer: 'Trả lời', refuse: 'Không tiếp nhận', publish: 'Công khai kết quả', withdraw: 'Người dân rút',
}
/** What an officer writes, by act. */
const QUESTIONS: Readonly<Record<string, string>> = {
  ask: 'Cần người gửi nói thêm điều gì?', answer: 'Trả lời người gửi', refuse: 'Vì sao không tiếp nhận?', publish: 'Kết quả được công khai (đừng nêu tên hay thông tin của người gửi)',
}

/** All feedback of the agency. */
export function feedbackListView(feedback: readonly Summary[]): Markup {
  if (feedback.length === 0) return html`<p>Chưa có phản ánh, kiến nghị nào.</p>`
  return tableView(['Mã', 'Loại', 'Tình trạng', 'Nhận lúc', 'Hạn trả lời'], feedback.map((one) => [
    html`<a class="mono" href="/feedback/${encodeURIComponent(one.code)}">${one.code}</a>`, KINDS[one.kind] ?? one.kind, STATES[one.state] ?? one.state, dateTimeWord(one.receivedAt),
    html`${dateTimeWord(one.handleBy)}${one.late ? html` <strong>(quá hạn)</strong>` : ''}`,
  ]))
}

/** One with its history, and what may be done now. */
export function feedbackView(feedback: Feedback): Markup {
  const { allowedActs, actCount } = feedback
  const form = (kind: string): Markup => html`<form class="card" method="post"><input type="hidden" name="kind" value="${kind}"><input type="hidden" name="after" value="${actCount}">
<label for="${kind}">${QUESTIONS[kind] ?? kind}</label><textarea id="${kind}" name="words" required maxlength="4000"></textarea><div class="row"><button class="${kind === 'refuse' ? 'danger' : 'plain'}">${ACTS[kind] ?? kind}</button></div></form>`
  return html`<div class="card"><dl>
<dt>Mã</dt><dd class="mono">${feedback.code}</dd>
<dt>Người gửi</dt><dd>${feedback.sender}</dd>
${feedback.dossier === null ? '' : html`<dt>Về hồ sơ</dt><dd><a class="mono" href="/dossiers/${encodeURIComponent(feedback.dossier)}">${feedback.dossier}</a></dd>`}
<dt>Tình trạng</dt><dd>${STATES[feedback.state] ?? feedback.state}${feedback.late ? html` (quá hạn)` : ''}</dd>
<dt>Không tiếp nhận trước</dt><dd>${dateTimeWord(feedback.refuseBy)}</dd>
<dt>Hỏi thêm trước</dt><dd>${dateTimeWord(feedback.askBy)}</dd>
<dt>Trả lời trước</dt><dd>${dateTimeWord(feedback.handleBy)}</dd>
${feedback.publishBy === null ? '' : html`<dt>Công khai trước</dt><dd>${dateTimeWord(feedback.publishBy)}</dd>`}
</dl></div>
<h2>Diễn biến</h2>
<ol class="steps">${feedback.acts.map((act) => html`<li>${dateTimeWord(act.at)}: <strong>${ACTS[act.kind] ?? act.kind}</strong> — ${act.by.name}${act.words === undefined ? '' : html`<br>${act.words}`}</li>`)}</ol>
<h2>Việc làm được lúc này</h2>
${allowedActs.length === 0 ? html`<p>Đã xong.</p>` : ''}
${allowedActs.includes('accept') ? html`<form class="row" method="post"><input type="hidden" name="kind" value="accept"><input type="hidden" name="after" value="${actCount}"><button>Tiếp nhận xử lý</button></form>` : ''}
${allowedActs.filter((kind) => kind in QUESTIONS).map(form)}`
}
