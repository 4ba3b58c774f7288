import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { everyState, text } from '../../../.storybook/every-state.ts'
import './define.ts'

const meta: Meta = { title: 'Trường nhập/Có hoặc không', component: 'motcua-yes-no-field' }
export default meta

export const EveryState: StoryObj = {
  name: 'Mọi trạng thái',
  ...everyState({
    tag: 'motcua-yes-no-field',
    label: text('Bạn đã từng đăng ký kết hôn chưa?', 'Have you been married before?'),
    hint: text('Kể cả ở nước ngoài.', 'Abroad included.'),
    long: text('Bạn đã từng được cơ quan có thẩm quyền của Việt Nam hoặc nước ngoài đăng ký kết hôn chưa?', 'Has an authority of Viet Nam or of another country ever registered a marriage of yours?'),
    value: 'false',
  }),
}
