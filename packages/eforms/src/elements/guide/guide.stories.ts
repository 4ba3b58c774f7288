import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { screenStory } from '../../../.storybook/screen-story.ts'

const meta: Meta = { title: 'Biểu mẫu/Hướng dẫn thủ tục', component: 'motcua-guide' }
export default meta

export const General: StoryObj = { name: 'Danh sách chung', ...screenStory('guide') }
export const OwnCase: StoryObj = { name: 'Trường hợp của tôi', ...screenStory('guide, one’s own case') }
export const SeveralQuestions: StoryObj = { name: 'Nhiều câu hỏi', ...screenStory('guide, several questions') }
export const Appear: StoryObj = { name: 'Phải có mặt', ...screenStory('guide, one must appear') }
export const Unknown: StoryObj = { name: 'Không có thủ tục này', ...screenStory('guide, unknown procedure') }
export const NotLoaded: StoryObj = { name: 'Chưa tải được', ...screenStory('guide, not loaded') }
