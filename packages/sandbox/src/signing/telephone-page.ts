import { html } from 'hono/html'
import { simulatorPage, tableView } from '../http/simulator-page.ts'
import type { Markup } from '../http/simulator-page.ts'

/** A request to sign as the page shows it. */
export interface ShownRequest { id: string; at: Date; description: string; /** Base64. */ hashes: readonly string[]; credential: { holder: string } }

export interface TelephonePageOptions {
  /** Waits for somebody to press. */
  waiting: readonly ShownRequest[]
  /** All of late, oldest first. */
  requests: readonly ShownRequest[]
  credentials: ReadonlyArray<{ holder: string; credentialId: string }>
}

const SHOWN = 20

/** The page that stands for the signers' telephones. */
export function telephonePage({ waiting, requests, credentials }: TelephonePageOptions): Markup {
  return simulatorPage({
    title: 'Dịch vụ ký số từ xa',
    standsFor: 'Trang này đóng vai nơi giữ khóa ký của cán bộ và điện thoại của người ký.',
    body: html`
<p>Dịch vụ chỉ nhận giá trị băm 32 byte, không nhận tài liệu. Chữ ký kết quả cần người ký xác nhận ở đây; chữ ký từng bước thì tự xác nhận.</p>
<h2>Điện thoại của người ký</h2>
${waiting.length === 0 ? html`<p>Không có yêu cầu nào đang chờ xác nhận.</p>` : waiting.map(waitingView)}
<h2>Người có khóa ký</h2>
<ul>${credentials.map(({ holder, credentialId }) => html`<li>${holder} <span class="mono">(${credentialId})</span></li>`)}</ul>
<h2>Lần ký gần đây</h2>
${requests.length === 0 ? html`<p>Chưa có lần ký nào.</p>` : tableView(
  ['Lúc', 'Tài liệu', 'Giá trị băm'],
  requests.slice(-SHOWN).reverse().flatMap(({ at, hashes, description }) => hashes.map((hash) => [timeOf(at), description, shortHash(hash)])),
)}`,
  })
}

function waitingView({ id, description, hashes, credential }: ShownRequest): Markup {
  return html`<form class="card" method="post" action="/telephone"><input type="hidden" name="id" value="${id}">
<p><strong>${description}</strong></p><p>${credential.holder}</p><p>${hashes.map((hash) => html`${shortHash(hash)} `)}</p>
<div class="row"><button name="act" value="confirm">Xác nhận ký</button><button class="danger" name="act" value="refuse">Từ chối</button></div></form>`
}

function shortHash(hash: string): Markup { return html`<span class="mono">${Buffer.from(hash, 'base64').toString('hex').slice(0, 16)}…</span>` }

function timeOf(at: Date): string {
  return at.toLocaleTimeString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' })
}
