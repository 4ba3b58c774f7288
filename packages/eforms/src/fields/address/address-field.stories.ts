import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { everyState, text } from '../../../.storybook/every-state.ts'
import { FIXTURE_PLACES } from '../../testing/definition.ts'
import './define.ts'

const meta: Meta = { title: 'Trường nhập/Địa chỉ', component: 'motcua-address-field' }
export default meta

export const EveryState: StoryObj = {
  name: 'Mọi trạng thái',
  ...everyState({
    tag: 'motcua-address-field',
    label: text('Nơi cư trú', 'Place of residence'),
    hint: text('Nơi bạn đang ở.', 'Where you live now.'),
    long: text('Nơi cư trú của người được cấp bản sao trích lục hộ tịch tại thời điểm đăng ký', 'Where the person concerned lived when the event was registered'),
    value: '{"scope":"domestic","province":"91","commune":"30838","detail":"Ấp Mỹ Thuận"}',
    wrong: '{"scope":"domestic","province":"91"}', properties: { loadPlaces: async () => FIXTURE_PLACES },
  }),
}
