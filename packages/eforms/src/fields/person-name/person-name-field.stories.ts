import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { everyState, text } from '../../../.storybook/every-state.ts'
import './define.ts'

const meta: Meta = { title: 'Trường nhập/Họ, chữ đệm, tên', component: 'motcua-person-name-field' }
export default meta

export const EveryState: StoryObj = {
  name: 'Mọi trạng thái',
  ...everyState({
    tag: 'motcua-person-name-field',
    label: text('Họ, chữ đệm, tên', 'Full name'),
    hint: text('Như trong giấy khai sinh.', 'As in the birth certificate.'),
    long: text('Họ, chữ đệm, tên của người được cấp bản sao trích lục hộ tịch như ghi trong sổ hộ tịch', 'Full name of the person whose extract is to be copied, as written in the civil-status book'),
    value: 'Nguyễn Thị Mẫu',
    wrong: 'Nguyễn 2', doubtful: 'Nguyeenx Thij Maaux',
  }),
}
