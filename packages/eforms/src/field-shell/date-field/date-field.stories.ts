import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { html } from 'lit'
import './define.ts'

const meta: Meta = { title: 'Trường nhập/Ngày tháng', component: 'motcua-date-field' }
export default meta

const words = {
  vi: { empty: 'Ngày sinh', filled: 'Ngày đăng ký', hint: 'Ngày cấp', hintText: 'Ví dụ 21 / 11 / 2026', error: 'Ngày kết hôn', errorText: 'Ngày kết hôn phải là một ngày có thật.', locked: 'Ngày sinh theo tài khoản định danh', disabled: 'Ngày hẹn', long: 'Ngày, tháng, năm đăng ký sự kiện hộ tịch ghi trong sổ hộ tịch lưu tại cơ quan đã đăng ký' },
  en: { empty: 'Date of birth', filled: 'Date of registration', hint: 'Date of issue', hintText: 'For example 21 / 11 / 2026', error: 'Date of marriage', errorText: 'The date of marriage must be a real date.', locked: 'Date of birth from the identity account', disabled: 'Appointment', long: 'Date on which the civil-status event was entered in the book that is kept at the registering office' },
}

/** Empty, filled, with a hint, with an error (and the impossible date still there), locked, disabled, and with a long label at 360 px. */
export const EveryState: StoryObj = {
  name: 'Mọi trạng thái',
  render: (_args, { globals }) => {
    const lang: 'vi' | 'en' = globals.locale === 'en' ? 'en' : 'vi'
    const w = words[lang]
    return html`
      <motcua-date-field lang=${lang} name="empty" label=${w.empty} required></motcua-date-field>
      <motcua-date-field lang=${lang} name="filled" label=${w.filled} value="1958-03-02"></motcua-date-field>
      <motcua-date-field lang=${lang} name="hint" label=${w.hint} hint=${w.hintText}></motcua-date-field>
      <motcua-date-field lang=${lang} name="error" label=${w.error} error=${w.errorText} value="2026-02-31" required></motcua-date-field>
      <motcua-date-field lang=${lang} name="locked" label=${w.locked} value="1958-03-02" locked></motcua-date-field>
      <motcua-date-field lang=${lang} name="disabled" label=${w.disabled} disabled></motcua-date-field>
      <div class="narrow"><motcua-date-field lang=${lang} name="long" label=${w.long} required></motcua-date-field></div>`
  },
}
