import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { everyState, text } from '../../../.storybook/every-state.ts'
import './define.ts'

const meta: Meta = { title: 'Trường nhập/Danh sách có tìm kiếm', component: 'motcua-search-select-field' }
export default meta

export const EveryState: StoryObj = {
  name: 'Mọi trạng thái',
  ...everyState({
    tag: 'motcua-search-select-field',
    label: text('Dân tộc', 'Ethnic group'),
    hint: text('Như trong giấy khai sinh.', 'As in the birth certificate.'),
    long: text('Dân tộc của người được đăng ký khai sinh, theo thỏa thuận của cha và mẹ', 'Ethnic group of the child to be registered, as the parents have agreed'),
    value: '2',
    wrong: '9', choices: [['1', text('Kinh', 'Kinh')], ['2', text('Khmer', 'Khmer')], ['3', text('Hoa (Hán), người Hoa sinh sống lâu đời tại đồng bằng sông Cửu Long', 'Hoa (Hán), long settled in the Mekong delta')]],
  }),
}
