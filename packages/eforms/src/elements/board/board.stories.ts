import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { screenStory } from '../../../.storybook/screen-story.ts'

const meta: Meta = { title: 'Biểu mẫu/Bảng gọi số', component: 'motcua-board' }
export default meta

export const Calling: StoryObj = { name: 'Đang gọi', ...screenStory('board') }
export const NoCommune: StoryObj = { name: 'Thiếu mã xã', ...screenStory('board, no commune') }
