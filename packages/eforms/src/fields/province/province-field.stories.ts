import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { everyState, text } from '../../../.storybook/every-state.ts'
import { FIXTURE_PLACES } from '../../testing/definition.ts'
import './define.ts'

const meta: Meta = { title: 'Trường nhập/Tỉnh, thành phố', component: 'motcua-province-field' }
export default meta

export const EveryState: StoryObj = {
  name: 'Mọi trạng thái',
  ...everyState({
    tag: 'motcua-province-field',
    label: text('Tỉnh, thành phố', 'Province or city'),
    hint: text('Tên từ ngày 01/7/2025.', 'Its name since 1 July 2025.'),
    long: text('Tỉnh, thành phố nơi đã đăng ký sự kiện hộ tịch, theo tên sau khi sắp xếp', 'Province or city where the event was registered, by its name after the merger'),
    value: '91',
    wrong: '00', properties: { loadPlaces: async () => FIXTURE_PLACES },
  }),
}
