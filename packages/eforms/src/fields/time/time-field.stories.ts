import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { everyState, text } from '../../../.storybook/every-state.ts'
import './define.ts'

const meta: Meta = { title: 'Trường nhập/Giờ', component: 'motcua-time-field' }
export default meta

export const EveryState: StoryObj = {
  name: 'Mọi trạng thái',
  ...everyState({
    tag: 'motcua-time-field',
    label: text('Giờ sinh', 'Time of birth'),
    hint: text('Ví dụ 7h30 hoặc 2 giờ chiều.', 'For example 7:30 or 2 pm.'),
    long: text('Giờ sinh ghi trên giấy chứng sinh do cơ sở y tế cấp cho trẻ', 'Time of birth as on the certificate that the hospital gave for the child'),
    value: '07:30',
    wrong: '24:10',
  }),
}
