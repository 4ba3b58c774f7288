import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { everyState, text } from '../../../.storybook/every-state.ts'
import './define.ts'

const meta: Meta = { title: 'Trường nhập/Đồng ý', component: 'motcua-consent-field' }
export default meta

export const EveryState: StoryObj = {
  name: 'Mọi trạng thái',
  ...everyState({
    tag: 'motcua-consent-field',
    label: text('Tôi đồng ý cho tra cứu giấy khai sinh của tôi.', 'I agree that my birth certificate is looked up.'),
    long: text('Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về lời khai của mình', 'I declare that what is stated above is true and answer for it before the law'),
    value: 'true',
    attributes: { details: text('Cơ quan chỉ tra cứu những giấy tờ cần cho hồ sơ này.\nBạn có thể rút lại sự đồng ý trước khi nộp.', 'Only the papers this dossier needs are looked up.\nYou can withdraw your consent before filing.') },
  }),
}
