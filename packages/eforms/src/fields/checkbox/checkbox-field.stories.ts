import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { everyState, text } from '../../../.storybook/every-state.ts'
import './define.ts'

const meta: Meta = { title: 'Trường nhập/Ô đánh dấu', component: 'motcua-checkbox-field' }
export default meta

export const EveryState: StoryObj = {
  name: 'Mọi trạng thái',
  ...everyState({
    tag: 'motcua-checkbox-field',
    label: text('Nhận kết quả qua bưu chính', 'Receive the result by post'),
    hint: text('Bưu chính thu phí riêng.', 'The post charges its own fee.'),
    long: text('Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về lời khai của mình', 'I declare that what is stated above is true and answer for it before the law'),
    value: 'true',
  }),
}
