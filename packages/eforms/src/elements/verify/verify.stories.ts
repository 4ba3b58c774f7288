import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { screenStory } from '../../../.storybook/screen-story.ts'

const meta: Meta = { title: 'Biểu mẫu/Kiểm tra kết quả', component: 'motcua-verify' }
export default meta

export const Empty: StoryObj = { name: 'Chưa chọn tệp', ...screenStory('verify') }
export const NotPdf: StoryObj = { name: 'Không phải tệp PDF', ...screenStory('verify, not a PDF') }
export const Good: StoryObj = { name: 'Hợp lệ', ...screenStory('verify, good') }
/** The file alone: that it belongs to the dossier is only its own word. */
export const WithoutManifest: StoryObj = { name: 'Hợp lệ, không có bản kê', ...screenStory('verify, without a manifest') }
export const Changed: StoryObj = { name: 'Đã bị sửa sau khi ký', ...screenStory('verify, changed since it was signed') }
export const OfAnother: StoryObj = { name: 'Của hồ sơ khác', ...screenStory('verify, of another dossier') }
