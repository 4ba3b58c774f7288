import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { everyState, text } from '../../../.storybook/every-state.ts'
import './define.ts'

const meta: Meta = { title: 'Trường nhập/Thư điện tử', component: 'motcua-email-field' }
export default meta

export const EveryState: StoryObj = {
  name: 'Mọi trạng thái',
  ...everyState({
    tag: 'motcua-email-field',
    label: text('Thư điện tử', 'E-mail'),
    hint: text('Ví dụ ten@example.vn.', 'For example name@example.vn.'),
    long: text('Địa chỉ thư điện tử nhận thông báo về từng bước giải quyết hồ sơ', 'E-mail address that is told of every step of the dossier'),
    value: 'mau@example.vn',
    wrong: 'mau@',
  }),
}
