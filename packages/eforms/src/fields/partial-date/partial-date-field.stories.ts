import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { everyState, text } from '../../../.storybook/every-state.ts'
import './define.ts'

const meta: Meta = { title: 'Trường nhập/Ngày tháng có thể thiếu', component: 'motcua-partial-date-field' }
export default meta

export const EveryState: StoryObj = {
  name: 'Mọi trạng thái',
  ...everyState({
    tag: 'motcua-partial-date-field',
    label: text('Ngày sinh, hoặc năm sinh', 'Date of birth, or the year'),
    hint: text('Ghi phần bạn biết; chỉ năm cũng được.', 'What you know; the year alone will do.'),
    long: text('Ngày, tháng, năm sinh của cha hoặc mẹ; nếu không nhớ thì chỉ ghi năm sinh', 'Date of birth of the father or mother; if you do not remember, the year alone'),
    value: '1958-03',
    wrong: '1958-13',
  }),
}
