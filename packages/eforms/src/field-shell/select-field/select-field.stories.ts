import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { html } from 'lit'
import './define.ts'

const meta: Meta = { title: 'Trường nhập/Danh sách chọn', component: 'motcua-select-field' }
export default meta

const words = {
  vi: { empty: 'Giới tính', filled: 'Dân tộc', hint: 'Nơi cư trú', hintText: 'Nơi bạn đang ở.', error: 'Quan hệ', errorText: 'Chọn quan hệ của bạn với người ủy quyền.', locked: 'Quốc tịch', disabled: 'Quầy', long: 'Quan hệ của người yêu cầu với người được cấp bản sao trích lục hộ tịch, bản sao giấy khai sinh', options: ['Kinh', 'Khmer', 'Chăm', 'Hoa (Hán), người Hoa sinh sống lâu đời tại đồng bằng sông Cửu Long'] },
  en: { empty: 'Sex', filled: 'Ethnic group', hint: 'Residence', hintText: 'Where you live now.', error: 'Relation', errorText: 'Choose your relation to the principal.', locked: 'Nationality', disabled: 'Counter', long: 'Relation of the requester to the person whose civil-status extract or birth certificate is to be copied', options: ['Kinh', 'Khmer', 'Chăm', 'Hoa (Hán), long settled in the Mekong delta'] },
}

/** Empty, filled, with a hint, with an error, locked, disabled, and with a long label and option at 360 px. */
export const EveryState: StoryObj = {
  name: 'Mọi trạng thái',
  render: (_args, { globals }) => {
    const lang: 'vi' | 'en' = globals.locale === 'en' ? 'en' : 'vi'
    const w = words[lang]
    const choices = w.options.map((label, index) => ({ value: String(index + 1), label }))
    return html`
      <motcua-select-field lang=${lang} name="empty" label=${w.empty} .choices=${choices} required></motcua-select-field>
      <motcua-select-field lang=${lang} name="filled" label=${w.filled} .choices=${choices} value="2"></motcua-select-field>
      <motcua-select-field lang=${lang} name="hint" label=${w.hint} hint=${w.hintText} .choices=${choices}></motcua-select-field>
      <motcua-select-field lang=${lang} name="error" label=${w.error} error=${w.errorText} .choices=${choices} required></motcua-select-field>
      <motcua-select-field lang=${lang} name="locked" label=${w.locked} .choices=${choices} value="1" locked></motcua-select-field>
      <motcua-select-field lang=${lang} name="disabled" label=${w.disabled} .choices=${choices} disabled></motcua-select-field>
      <div class="narrow"><motcua-select-field lang=${lang} name="long" label=${w.long} .choices=${choices} value="4" required></motcua-select-field></div>`
  },
}
