import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { everyState, text } from '../../../.storybook/every-state.ts'
import './define.ts'

const meta: Meta = { title: 'Trường nhập/Số định danh cá nhân', component: 'motcua-personal-id-field' }
export default meta

export const EveryState: StoryObj = {
  name: 'Mọi trạng thái',
  ...everyState({
    tag: 'motcua-personal-id-field',
    label: text('Số định danh cá nhân', 'Personal identification number'),
    hint: text('12 chữ số.', '12 digits.'),
    long: text('Số định danh cá nhân của người được cấp bản sao, ghi trên thẻ căn cước hoặc giấy khai sinh', 'Personal identification number of the person concerned, on the identity card or the birth certificate'),
    value: '089058000001',
    wrong: '08905800000', doubtful: '003058000001',
  }),
}
