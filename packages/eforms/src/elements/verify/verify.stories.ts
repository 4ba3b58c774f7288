import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { screenStory } from '../../../.storybook/screen-story.ts'

const meta: Meta = { title: 'Biểu mẫu/Kiểm tra kết quả', component: 'motcua-verify' }
export default meta

export const Empty: StoryObj = { name: 'Chưa chọn tệp', ...screenStory('verify') }
export const NotPdf: StoryObj = { name: 'Không phải tệp PDF', ...screenStory('verify, not a PDF') }
