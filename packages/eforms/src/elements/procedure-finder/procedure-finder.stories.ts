import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { screenStory } from '../../../.storybook/screen-story.ts'

const meta: Meta = { title: 'Biểu mẫu/Tìm thủ tục', component: 'motcua-procedure-finder' }
export default meta

export const All: StoryObj = { name: 'Chưa gõ gì', ...screenStory('finder') }
export const None: StoryObj = { name: 'Không tìm thấy', ...screenStory('finder, nothing found') }
