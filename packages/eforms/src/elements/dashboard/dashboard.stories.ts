import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { screenStory } from '../../../.storybook/screen-story.ts'

const meta: Meta = { title: 'Biểu mẫu/Số liệu của xã', component: 'motcua-dashboard' }
export default meta

export const Figures: StoryObj = { name: 'Số liệu một tháng', ...screenStory('dashboard') }
export const NoCommune: StoryObj = { name: 'Thiếu mã xã', ...screenStory('dashboard, no commune') }
