import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { everyState, text } from '../../../.storybook/every-state.ts'
import { FIXTURE_PLACES } from '../../testing/definition.ts'
import './define.ts'

const meta: Meta = { title: 'Trường nhập/Xã, phường, đặc khu', component: 'motcua-commune-field' }
export default meta

export const EveryState: StoryObj = {
  name: 'Mọi trạng thái',
  ...everyState({
    tag: 'motcua-commune-field',
    label: text('Nơi cư trú', 'Residence'),
    long: text('Xã, phường, đặc khu nơi đã đăng ký sự kiện hộ tịch, theo tên sau khi sắp xếp', 'Commune, ward or special zone where the event was registered, by its name after the merger'),
    value: '30838',
    wrong: '99999', properties: { loadPlaces: async () => FIXTURE_PLACES },
  }),
}
