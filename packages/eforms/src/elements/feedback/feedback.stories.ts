import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { screenStory } from '../../../.storybook/screen-story.ts'

const meta: Meta = { title: 'Biểu mẫu/Đánh giá, phản ánh', component: 'motcua-feedback' }
export default meta

export const Mine: StoryObj = { name: 'Những gì tôi đã gửi', ...screenStory('feedback, mine') }
export const Rating: StoryObj = { name: 'Đánh giá hồ sơ', ...screenStory('feedback, rating') }
export const RatingMissing: StoryObj = { name: 'Chưa chọn mức', ...screenStory('feedback, rating missing') }
export const Writing: StoryObj = { name: 'Viết phản ánh', ...screenStory('feedback, writing') }
export const Errors: StoryObj = { name: 'Còn thiếu', ...screenStory('feedback, errors') }
export const AskedForMore: StoryObj = { name: 'Cơ quan hỏi thêm', ...screenStory('feedback, asked for more') }
export const NoCommune: StoryObj = { name: 'Thiếu mã xã', ...screenStory('feedback, no commune') }
