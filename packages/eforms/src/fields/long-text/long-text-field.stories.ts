import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { everyState, text } from '../../../.storybook/every-state.ts'
import './define.ts'

const meta: Meta = { title: 'Trường nhập/Đoạn văn', component: 'motcua-long-text-field' }
export default meta

export const EveryState: StoryObj = {
  name: 'Mọi trạng thái',
  ...everyState({
    tag: 'motcua-long-text-field',
    label: text('Lý do', 'Reason'),
    hint: text('Vài dòng là đủ.', 'A few lines are enough.'),
    long: text('Lý do yêu cầu cấp bản sao trích lục hộ tịch và nơi sẽ dùng bản sao đó', 'Why the copy of the civil-status extract is asked for, and where it will be used'),
    value: 'Nộp cho trường học.\nCon tôi vào lớp một.',
    wrong: 'Nộp cho trường học của con tôi ở xã Mỹ Thuận', attributes: { maxlength: '40' },
  }),
}
