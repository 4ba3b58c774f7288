import { html } from 'hono/html'
import type { Markup } from '../http/simulator-page.ts'
import { TEST_PEOPLE } from './people.ts'

/** Sign-in and consent on one page: who, at which level, and what is shared. */
export function signInView(uid: string, mistake?: string): Markup {
  return html`
${mistake === undefined ? '' : html`<p class="bad" role="alert">${mistake}</p>`}
<p>Trang của xã đề nghị bạn đăng nhập. Ở bản chạy thử này bạn không nhập mật khẩu, chỉ chọn một người giả để đóng vai.</p>
<form method="post" action="/interaction/${uid}">
<fieldset>
<legend>Bạn đóng vai ai?</legend>
${TEST_PEOPLE.map((person, index) => html`<label class="choice"><input type="radio" name="person" value="${person.accountId}"${index === 0 ? ' checked' : ''}>
<span><strong>${person.fullName}</strong><br><small>${person.about}</small></span></label>`)}
</fieldset>
<fieldset>
<legend>Mức tài khoản định danh</legend>
<label class="choice"><input type="radio" name="level" value="2" checked><span>Mức 2<br><small>Đủ để nộp hồ sơ trực tuyến</small></span></label>
<label class="choice"><input type="radio" name="level" value="1"><span>Mức 1<br><small>Chỉ có thông tin định danh cơ bản</small></span></label>
</fieldset>
<h2>Thông tin sẽ được chia sẻ</h2>
<p>Họ tên, ngày sinh, số định danh cá nhân, số điện thoại, thư điện tử và mức tài khoản. Chỉ dùng cho lần đăng nhập này.</p>
<div class="row">
<button name="choice" value="sign-in">Đồng ý và đăng nhập</button>
<button class="plain" name="choice" value="cancel">Hủy</button>
</div>
</form>`
}

export function problemView(text: string): Markup {
  return html`<p class="bad">${text}</p>`
}
