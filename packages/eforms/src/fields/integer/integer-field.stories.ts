import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { everyState, text } from '../../../.storybook/every-state.ts'
import './define.ts'

const meta: Meta = { title: 'Trường nhập/Số nguyên', component: 'motcua-integer-field' }
export default meta

export const EveryState: StoryObj = {
  name: 'Mọi trạng thái',
  ...everyState({
    tag: 'motcua-integer-field',
    label: text('Số lượng bản sao', 'Number of copies'),
    hint: text('Từ 1 đến 20.', 'From 1 to 20.'),
    long: text('Số lượng bản sao trích lục hộ tịch bạn muốn nhận, kể cả bản để lưu', 'Number of copies of the civil-status extract that you want, the one for your files included'),
    value: '2',
    wrong: '30', attributes: { min: '1', max: '20' },
  }),
}
