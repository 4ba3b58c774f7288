import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { everyState, text } from '../../../.storybook/every-state.ts'
import './define.ts'

const meta: Meta = { title: 'Trường nhập/Văn bản', component: 'motcua-text-field' }
export default meta

export const EveryState: StoryObj = {
  name: 'Mọi trạng thái',
  ...everyState({
    tag: 'motcua-text-field',
    label: text('Nơi cấp', 'Issued by'),
    hint: text('Ghi như trên giấy tờ.', 'As on the document.'),
    long: text('Tên cơ quan đã đăng ký sự kiện hộ tịch tại thời điểm đăng ký, kể cả tên đơn vị hành chính cũ trước khi sắp xếp', 'Name of the office that registered the civil-status event at the time, including names of units from before the merger'),
    value: 'Ủy ban nhân dân xã Mỹ Thuận',
    wrong: 'UB', attributes: { minlength: '5' },
  }),
}
