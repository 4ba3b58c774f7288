import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { everyState, text } from '../../../.storybook/every-state.ts'
import './define.ts'

const meta: Meta = { title: 'Trường nhập/Nhiều lựa chọn', component: 'motcua-checkboxes-field' }
export default meta

export const EveryState: StoryObj = {
  name: 'Mọi trạng thái',
  ...everyState({
    tag: 'motcua-checkboxes-field',
    label: text('Bạn có giấy tờ nào?', 'Which papers do you have?'),
    hint: text('Chọn tất cả những gì bạn có.', 'Choose all that you have.'),
    long: text('Những giấy tờ nào trước đây còn lưu được có ghi thông tin về việc đăng ký khai sinh của bạn?', 'Which papers of earlier years that mention the registration of your birth have been kept?'),
    value: '1 3',
    choices: [['1', text('Giấy khai sinh', 'Birth certificate')], ['2', text('Sổ hộ khẩu cũ', 'Old household book')], ['3', text('Học bạ hoặc văn bằng, chứng chỉ do cơ quan có thẩm quyền cấp', 'School report, diploma or certificate of an authority')]],
  }),
}
