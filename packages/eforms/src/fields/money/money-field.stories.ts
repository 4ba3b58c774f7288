import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { everyState, text } from '../../../.storybook/every-state.ts'
import './define.ts'

const meta: Meta = { title: 'Trường nhập/Số tiền', component: 'motcua-money-field' }
export default meta

export const EveryState: StoryObj = {
  name: 'Mọi trạng thái',
  ...everyState({
    tag: 'motcua-money-field',
    label: text('Thu nhập hằng tháng', 'Monthly income'),
    hint: text('Tính bằng đồng.', 'In đồng.'),
    long: text('Tổng thu nhập bình quân hằng tháng của cả hộ gia đình trong mười hai tháng gần nhất', 'Average monthly income of the whole household over the last twelve months'),
    value: '1500000',
    wrong: '1,5 triệu',
  }),
}
