import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { everyState, text } from '../../../.storybook/every-state.ts'
import './define.ts'

const meta: Meta = { title: 'Trường nhập/Số thập phân', component: 'motcua-number-field' }
export default meta

export const EveryState: StoryObj = {
  name: 'Mọi trạng thái',
  ...everyState({
    tag: 'motcua-number-field',
    label: text('Chiều cao (mét)', 'Height (metres)'),
    hint: text('Ví dụ 1,65.', 'For example 1.65.'),
    long: text('Diện tích thửa đất ghi trên giấy chứng nhận quyền sử dụng đất (mét vuông)', 'Area of the plot as written on the certificate of land use (square metres)'),
    value: '1.65',
    wrong: '1.500',
  }),
}
