import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { everyState, text } from '../../../.storybook/every-state.ts'
import './define.ts'

const meta: Meta = { title: 'Trường nhập/Ngày tháng', component: 'motcua-date-field' }
export default meta

export const EveryState: StoryObj = {
  name: 'Mọi trạng thái',
  ...everyState({
    tag: 'motcua-date-field',
    label: text('Ngày cấp', 'Date of issue'),
    hint: text('Ví dụ 27 3 1985.', 'For example 27 3 1985.'),
    long: text('Ngày, tháng, năm đăng ký sự kiện hộ tịch ghi trong sổ hộ tịch lưu tại cơ quan đã đăng ký', 'Date on which the civil-status event was entered in the book that is kept at the registering office'),
    value: '1958-03-02',
    wrong: '2026-02-31',
  }),
}
