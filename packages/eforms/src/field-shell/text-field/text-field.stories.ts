import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { html } from 'lit'
import './define.ts'

const meta: Meta = { title: 'Trường nhập/Văn bản', component: 'motcua-text-field' }
export default meta

const words = {
  vi: { empty: 'Họ, chữ đệm, tên', filled: 'Nơi cấp', hint: 'Số quyển', hintText: 'Để trống nếu không nhớ.', error: 'Số điện thoại', errorText: 'Số điện thoại gồm 10 chữ số.', locked: 'Số định danh cá nhân', disabled: 'Ghi chú của cán bộ', long: 'Tên cơ quan đã đăng ký sự kiện hộ tịch tại thời điểm đăng ký, kể cả tên đơn vị hành chính cũ trước khi sắp xếp' },
  en: { empty: 'Full name', filled: 'Issued by', hint: 'Book number', hintText: 'Leave empty if you do not remember.', error: 'Telephone', errorText: 'A telephone number has 10 digits.', locked: 'Personal identification number', disabled: 'Officer’s note', long: 'Name of the office that registered the civil-status event at the time, including names of units from before the merger' },
}

/** Empty, filled, with a hint, with an error, locked, disabled, and with a long label at 360 px. */
export const EveryState: StoryObj = {
  name: 'Mọi trạng thái',
  render: (_args, { globals }) => {
    const lang: 'vi' | 'en' = globals.locale === 'en' ? 'en' : 'vi'
    const w = words[lang]
    return html`
      <motcua-text-field lang=${lang} name="empty" label=${w.empty} required></motcua-text-field>
      <motcua-text-field lang=${lang} name="filled" label=${w.filled} value="Ủy ban nhân dân xã Mỹ Thuận"></motcua-text-field>
      <motcua-text-field lang=${lang} name="hint" label=${w.hint} hint=${w.hintText}></motcua-text-field>
      <motcua-text-field lang=${lang} name="error" label=${w.error} error=${w.errorText} value="0912" required></motcua-text-field>
      <motcua-text-field lang=${lang} name="locked" label=${w.locked} value="089058000001" locked></motcua-text-field>
      <motcua-text-field lang=${lang} name="disabled" label=${w.disabled} disabled></motcua-text-field>
      <div class="narrow"><motcua-text-field lang=${lang} name="long" label=${w.long} required></motcua-text-field></div>`
  },
}
