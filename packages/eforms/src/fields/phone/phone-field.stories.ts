import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { everyState, text } from '../../../.storybook/every-state.ts'
import './define.ts'

const meta: Meta = { title: 'Trường nhập/Số điện thoại', component: 'motcua-phone-field' }
export default meta

export const EveryState: StoryObj = {
  name: 'Mọi trạng thái',
  ...everyState({
    tag: 'motcua-phone-field',
    label: text('Số điện thoại', 'Telephone'),
    hint: text('Cơ quan sẽ báo kết quả qua số này.', 'The office will call this number with the result.'),
    long: text('Số điện thoại của người thân có thể liên lạc khi cơ quan không gọi được cho bạn', 'Telephone number of a relative who can be reached when the office cannot call you'),
    value: '0912345678',
    wrong: '0912', doubtful: '0112345678',
  }),
}
