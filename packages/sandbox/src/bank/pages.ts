import type { VietQr } from '@motcua/payments/vietqr'
import { html } from 'hono/html'
import { tableView } from '../http/simulator-page.ts'
import type { Markup } from '../http/simulator-page.ts'
import { moneyWord } from '../desk/words.ts'
import type { BankAccount, BankAct, SentNotification } from './app.ts'
import type { OpenPayment } from './open-payments.ts'

export function homeView(open: readonly OpenPayment[], mistake?: string): Markup {
  return html`
${mistake === undefined ? '' : html`<p class="bad" role="alert">${mistake}</p>`}
<h2>Quét mã đang hiện trên trang của xã</h2>
${open.length === 0 ? html`<p>Chưa có mã nào. Hãy nộp hồ sơ và bấm trả phí trước.</p>` : open.map(({ qrPayload, reference, amountVnd }) => html`
<form class="card" method="post" action="/scan">
<input type="hidden" name="payload" value="${qrPayload}">
<p><strong>${moneyWord(amountVnd)}</strong> · nội dung <span class="mono">${reference}</span></p>
<button>Quét mã này</button>
</form>`)}
<h2>Hoặc dán nội dung mã QR</h2>
<form method="post" action="/scan">
<label for="payload">Nội dung mã VietQR</label>
<textarea id="payload" name="payload" required spellcheck="false" autocomplete="off"></textarea>
<div class="row"><button class="plain">Đọc mã</button></div>
</form>`
}

export function transferView(payload: string, code: VietQr & { amountVnd: number }, account: BankAccount): Markup {
  const act = (value: BankAct, label: string, kind = 'plain'): Markup => html`<button class="${kind}" name="act" value="${value}">${label}</button>`
  return html`
<div class="card">
<dl>
<dt>Ngân hàng</dt><dd>${account.bankName}</dd>
<dt>Số tài khoản</dt><dd class="mono">${account.number}</dd>
<dt>Tên tài khoản</dt><dd>${account.holder}</dd>
<dt>Số tiền</dt><dd>${moneyWord(code.amountVnd)}</dd>
<dt>Nội dung</dt><dd class="mono">${code.additional.purpose ?? ''}</dd>
</dl>
</div>
<p>So các dòng trên với trang của xã. Nếu khác, đừng chuyển.</p>
<form method="post" action="/transfer">
<input type="hidden" name="payload" value="${payload}">
<div class="row">${act('exact', 'Chuyển khoản', '')}</div>
<h2>Thử trường hợp không bình thường</h2>
<div class="row">
${act('short', 'Chuyển thiếu')}
${act('twice', 'Chuyển hai lần')}
${act('repeat', 'Báo hai lần một lần chuyển')}
${act('forged', 'Gửi thông báo giả mạo', 'danger')}
</div>
</form>
<p><a href="/">Quay lại</a></p>`
}

const DONE: Readonly<Record<BankAct, string>> = {
  exact: 'Đã chuyển khoản.',
  short: 'Đã chuyển một nửa số tiền.',
  twice: 'Đã chuyển hai lần.',
  repeat: 'Đã chuyển một lần và báo hai lần.',
  forged: 'Đã gửi một thông báo giả mạo; không có tiền nào được chuyển.',
}

export function receiptView(act: BankAct, sent: readonly SentNotification[]): Markup {
  return html`
<p class="good" role="status">${DONE[act]}</p>
<h2>Thông báo đã gửi tới máy chủ hồ sơ</h2>
${tableView(['Mã giao dịch', 'Số tiền', 'Chữ ký', 'Trả lời'], sent.map(({ transactionId, amountVnd, genuine, status }) => [
    html`<span class="mono">${transactionId}</span>`, moneyWord(amountVnd), genuine ? 'của ngân hàng' : 'giả', answerWord(status),
  ]))}
<p>Quay lại trang của xã để xem hồ sơ. Trang tự cập nhật sau ít giây.</p>
<p><a class="button plain" href="/">Chuyển khoản khác</a></p>`
}

function answerWord(status: number): string {
  if (status === 200) return 'đã nhận (200)'
  return status === 401 ? 'từ chối: sai chữ ký (401)' : `không nhận (${status})`
}
