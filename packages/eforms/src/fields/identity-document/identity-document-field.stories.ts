import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { everyState, text } from '../../../.storybook/every-state.ts'
import './define.ts'

const meta: Meta = { title: 'Trường nhập/Giấy tờ tùy thân', component: 'motcua-identity-document-field' }
export default meta

export const EveryState: StoryObj = {
  name: 'Mọi trạng thái',
  ...everyState({
    tag: 'motcua-identity-document-field',
    label: text('Giấy tờ tùy thân', 'Identity document'),
    hint: text('Ghi như trên giấy tờ.', 'As on the document.'),
    long: text('Giấy tờ tùy thân của người yêu cầu, còn giá trị vào ngày nộp hồ sơ', 'Identity document of the requester that is valid on the day of filing'),
    value: '{"kind":"passport","passportNumber":"B1234567","issuedOn":"2020-03-02","issuedBy":"Cục Quản lý xuất nhập cảnh"}',
    wrong: '{"kind":"passport","passportNumber":"b1","issuedOn":"2020-02-31","issuedBy":"Cục Quản lý xuất nhập cảnh"}',
  }),
}
