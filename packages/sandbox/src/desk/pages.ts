import { html } from 'hono/html'
import { tableView } from '../http/simulator-page.ts'
import type { Markup } from '../http/simulator-page.ts'
import type { AnswerLine, DeskDefinition } from './definition.ts'
import type { DossierSummary, IntakeSlip, OfficerDossier } from './gateway-client.ts'
import type { DeskMessage } from './session.ts'
import { assistedWord, dateTimeWord, feeWord, moneyWord, sealWord, stateWord, stepWord } from './words.ts'

export function messageView(message: DeskMessage | undefined): Markup {
  if (message === undefined) return html``
  return html`<div class="${message.tone}" role="${message.tone === 'bad' ? 'alert' : 'status'}"><p>${message.text}</p>
${message.reasons === undefined || message.reasons.length === 0 ? '' : html`<ul>${message.reasons.map(({ code, message: why }) => html`<li>${why} <span class="mono">(${code})</span></li>`)}</ul>`}
${message.supportCode === undefined ? '' : html`<p class="hint">Mã hỗ trợ: <span class="mono">${message.supportCode}</span></p>`}</div>`
}

export function welcomeView(message: DeskMessage | undefined): Markup {
  return html`${messageView(message)}
<p>Đăng nhập bằng tài khoản định danh của cán bộ. Ở bản chạy thử, hãy chọn <strong>Trần Văn Minh</strong>.</p>
<p><a class="button" href="/sign-in">Đăng nhập</a></p>`
}

/** The page that the gateway sends the browser back to; its script submits the form. */
export function signedInView(): Markup {
  return html`<p>Đang hoàn tất đăng nhập…</p>
<form method="post" action="/signed-in" data-sign-in>
<input type="hidden" name="code"><input type="hidden" name="state"><input type="hidden" name="error">
<button>Tiếp tục</button>
</form>`
}

export function listView(officerName: string, dossiers: readonly DossierSummary[], message: DeskMessage | undefined): Markup {
  return html`${messageView(message)}
${officerBar(officerName)}
<p><a href="/counters">Quầy và số thứ tự</a></p>
<p><a href="/feedback">Phản ánh, kiến nghị</a></p>
${dossiers.length === 0 ? html`<p>Chưa có hồ sơ nào.</p>` : tableView(['Mã hồ sơ', 'Thủ tục', 'Trạng thái', 'Nộp lúc', 'Hẹn trả'], dossiers.map((dossier) => [
    html`<a class="mono" href="/dossiers/${encodeURIComponent(dossier.code)}">${dossier.code}</a>`,
    dossier.procedureName.vi,
    stateWord(dossier.state),
    dateTimeWord(dossier.submittedAt),
    html`${dateTimeWord(dossier.dueAt)}${dossier.late === true ? html` <strong>(trễ hạn)</strong>` : ''}`,
  ]))}`
}

export interface DossierViewOptions {
  officerName: string
  dossier: OfficerDossier
  lines: readonly AnswerLine[]
  definition: DeskDefinition | undefined
  slip: IntakeSlip | undefined
  message: DeskMessage | undefined
}

export function dossierView({ officerName, dossier, lines, definition, slip, message }: DossierViewOptions): Markup {
  const documentName = (id: string): string => definition?.documentName(id) ?? id
  const base = `/dossiers/${encodeURIComponent(dossier.code)}`
  return html`${messageView(message)}
${officerBar(officerName)}
<p><a href="/">← Danh sách hồ sơ</a></p>
<div class="card"><dl>
<dt>Mã hồ sơ</dt><dd class="mono">${dossier.code}</dd>
<dt>Thủ tục</dt><dd>${dossier.procedureName.vi} (${dossier.procedureCode})</dd>
<dt>Trạng thái</dt><dd>${stateWord(dossier.state)}</dd>
<dt>Nộp lúc</dt><dd>${dateTimeWord(dossier.submittedAt)}</dd>
<dt>Hẹn trả</dt><dd>${dateTimeWord(dossier.dueAt)}${dossier.lateReason ? html` (${dossier.lateReason})` : ''}</dd>
<dt>Phí</dt><dd>${moneyWord(dossier.fee.amountVnd)}, ${feeWord(dossier.fee.state)}</dd>
${dossier.assistedBy === undefined ? '' : html`<dt>Người hỗ trợ</dt><dd>${assistedWord(dossier.assistedBy)}</dd>
`}</dl></div>
${slipView(slip)}
<h2>Việc làm được lúc này</h2>
${actionsView(base, dossier, documentName)}
<h2>Thông tin người dân khai</h2>
<div class="card"><dl>${lines.map(({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl></div>
<h2>Giấy tờ đính kèm</h2>
${dossier.attachments.length === 0 ? html`<p>Không có.</p>` : html`<ul>${dossier.attachments.map((file) => html`<li><a href="${base}/attachments/${encodeURIComponent(file.uploadId)}">${file.name}</a> — ${documentName(file.documentId)}, ${Math.ceil(file.bytes / 1000)} kB</li>`)}</ul>`}
${dossier.supplement ? html`<h2>Yêu cầu bổ sung</h2><div class="card"><p>${dossier.supplement.documents.map(documentName).join('; ')}</p><p>${dossier.supplement.note}</p><p class="hint">Yêu cầu lúc ${dateTimeWord(dossier.supplement.requestedAt)}; ${dossier.supplement.answeredAt === undefined ? 'đang chờ' : `đã bổ sung lúc ${dateTimeWord(dossier.supplement.answeredAt)}`}</p></div>` : ''}
<h2>Kết quả</h2>
${dossier.results.length === 0 ? html`<p>Chưa có tệp kết quả.</p>` : html`<ul>${dossier.results.map((file) => html`<li>${file.name}${file.signedBy === undefined ? '' : html`, ${file.signedBy} ký`} <span class="mono">${file.sha256.slice(0, 16)}…</span></li>`)}</ul>`}
<h2>Nhật ký</h2>
<ol class="steps">${dossier.steps.map((step) => html`<li>${dateTimeWord(step.at)}: <strong>${stepWord(step.kind)}</strong> — ${step.by.name}${sealWord(step.sealed) === '' ? '' : html` (${sealWord(step.sealed)})`}${step.note === undefined ? '' : html`<br><span class="hint">${step.note}</span>`}</li>`)}</ol>`
}

export function officerBar(officerName: string): Markup {
  return html`<form class="row" method="post" action="/sign-out"><span>Cán bộ: <strong>${officerName}</strong></span><button class="plain">Đăng xuất</button></form>`
}

/** The slip as the applicant has it. */
function slipView(slip: IntakeSlip | undefined): Markup {
  if (slip === undefined) return html``
  return html`<h2>Giấy tiếp nhận hồ sơ và hẹn trả kết quả</h2>
<div class="card"><dl>
<dt>Số</dt><dd class="mono">${slip.number}</dd>
<dt>Người nộp</dt><dd>${slip.submitter}</dd>
<dt>Tiếp nhận lúc</dt><dd>${dateTimeWord(slip.receivedAt)}</dd>
<dt>Hẹn trả</dt><dd>${dateTimeWord(slip.dueAt)}</dd>
${slip.dueNote === undefined ? '' : html`<dt>Vì sao</dt><dd>${slip.dueNote}</dd>`}
<dt>Người tiếp nhận</dt><dd>${slip.receivedBy}</dd>
</dl></div>`
}

function actionsView(base: string, dossier: OfficerDossier, documentName: (id: string) => string): Markup {
  const may = (kind: string): boolean => dossier.allowedSteps.includes(kind)
  const papers = [...new Set(dossier.attachments.map(({ documentId }) => documentId))]
  const step = (kind: string, label: string): Markup => html`<form method="post" action="${base}/steps"><input type="hidden" name="kind" value="${kind}"><button>${label}</button></form>`
  return html`
<div class="row">
${may('receive') ? step('receive', 'Tiếp nhận') : ''}
${may('process') ? step('process', 'Chuyển xử lý') : ''}
${may('finish') ? html`<form method="post" action="${base}/draft"><button class="${dossier.results.length === 0 ? '' : 'plain'}">Tạo dự thảo kết quả</button></form><a class="button plain" href="${base}/sign">Ký và phát hành kết quả</a>` : ''}
${may('finish') && dossier.results.length > 0 ? html`<form method="post" action="${base}/finish"><button>Ký bản kê và kết thúc</button></form>` : ''}
${may('return') ? step('return', 'Trả kết quả') : ''}
</div>
${may('request-supplement') && papers.length > 0 ? html`<form class="card" method="post" action="${base}/supplement">
<fieldset><legend>Yêu cầu bổ sung (chỉ một lần, chỉ giấy tờ có trong hồ sơ)</legend>
${papers.map((id) => html`<label class="choice"><input type="checkbox" name="documents" value="${id}"><span>${documentName(id)}</span></label>`)}
<label for="note">Cần sửa gì?</label><textarea id="note" name="note" required maxlength="500"></textarea>
<div class="row"><button class="plain">Gửi yêu cầu bổ sung</button></div></fieldset></form>` : ''}
${may('refuse') ? html`<form class="card" method="post" action="${base}/refuse"><label for="reason">Lý do từ chối tiếp nhận</label><textarea id="reason" name="reason" required maxlength="500"></textarea><div class="row"><button class="danger">Từ chối tiếp nhận</button></div></form>` : ''}
${dossier.state < 9 ? html`<details class="card"><summary>Thử việc bị cấm</summary>
<p>Máy chủ phải từ chối và nêu lý do.</p>
<div class="row">
<form method="post" action="${base}/close-empty"><button class="danger">Đóng không có kết quả</button></form>
<form method="post" action="${base}/close-foreign"><button class="danger">Đóng bằng kết quả của hồ sơ khác</button></form>
</div></details>` : ''}
${dossier.state === 5 ? html`<p>Đang chờ người dân bổ sung.</p>` : ''}
${dossier.allowedSteps.length === 0 ? html`<p>Hồ sơ đã kết thúc.</p>` : ''}`
}
