import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { everyState, text } from '../../../.storybook/every-state.ts'
import './define.ts'

const meta: Meta = { title: 'Trường nhập/Chỉ xem', component: 'motcua-read-only-field' }
export default meta

export const EveryState: StoryObj = {
  name: 'Mọi trạng thái',
  ...everyState({
    tag: 'motcua-read-only-field',
    label: text('Tuổi của người yêu cầu', 'Requester’s age'),
    hint: text('Tính từ ngày sinh.', 'Worked out from the date of birth.'),
    long: text('Số ngày làm việc giải quyết hồ sơ, tính từ ngày cơ quan tiếp nhận đủ giấy tờ', 'Working days that the dossier takes, from the day on which all papers were received'),
    value: '68',
  }),
}
