import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { everyState, text } from '../../../.storybook/every-state.ts'
import './define.ts'

const meta: Meta = { title: 'Trường nhập/Danh sách chọn', component: 'motcua-select-field' }
export default meta

export const EveryState: StoryObj = {
  name: 'Mọi trạng thái',
  ...everyState({
    tag: 'motcua-select-field',
    label: text('Dân tộc', 'Ethnic group'),
    hint: text('Như trong giấy khai sinh.', 'As in the birth certificate.'),
    long: text('Quan hệ của người yêu cầu với người được cấp bản sao trích lục hộ tịch, bản sao giấy khai sinh', 'Relation of the requester to the person whose civil-status extract or birth certificate is to be copied'),
    value: '2',
    choices: [['1', text('Kinh', 'Kinh')], ['2', text('Khmer', 'Khmer')], ['3', text('Hoa (Hán), người Hoa sinh sống lâu đời tại đồng bằng sông Cửu Long', 'Hoa (Hán), long settled in the Mekong delta')]],
  }),
}
