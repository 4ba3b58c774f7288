import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { everyState, text } from '../../../.storybook/every-state.ts'
import './define.ts'

const meta: Meta = { title: 'Trường nhập/Tệp', component: 'motcua-file-field' }
export default meta

const PDF = new File(['%PDF-1.7'], 'giay-khai-sinh.pdf', { type: 'application/pdf' })

export const EveryState: StoryObj = {
  name: 'Mọi trạng thái',
  ...everyState({
    tag: 'motcua-file-field',
    label: text('Ảnh chụp giấy khai sinh', 'Photo of the birth certificate'),
    hint: text('Chụp đủ bốn góc, đọc được mọi chữ.', 'All four corners, every word readable.'),
    long: text('Bản chụp giấy tờ chứng minh quan hệ với người ủy quyền, nếu văn bản ủy quyền không được công chứng', 'Copy of a paper that shows the relation to the principal, where the authorisation is not notarised'),
    value: { file: PDF },
    wrong: { file: new File(['chữ'], 'giay-khai-sinh.pdf', { type: 'application/pdf' }) },
    attributes: { accept: 'application/pdf,image/jpeg' },
  }),
}
