import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { everyState, text } from '../../../.storybook/every-state.ts'
import './define.ts'

const meta: Meta = { title: 'Trường nhập/Người', component: 'motcua-person-field' }
export default meta

export const EveryState: StoryObj = {
  name: 'Mọi trạng thái',
  ...everyState({
    tag: 'motcua-person-field',
    label: text('Người được cấp bản sao', 'Person concerned'),
    hint: text('Như trong giấy khai sinh.', 'As in the birth certificate.'),
    long: text('Người có sự kiện hộ tịch đã đăng ký mà bạn xin cấp bản sao trích lục', 'The person whose registered event the extract that you ask for is about'),
    value: '{"fullName":"Nguyễn Thị Mẫu","birthDate":"1958","sex":"female","nationality":"VN","ethnicity":"01"}',
    wrong: '{"fullName":"Nguyễn 2","birthDate":"1958-13","sex":"female","nationality":"VN"}',
  }),
}
