import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { screenStory } from '../../../.storybook/screen-story.ts'

const meta: Meta = { title: 'Biểu mẫu/Nộp phí', component: 'motcua-payment' }
export default meta

export const Pending: StoryObj = { name: 'Chờ nộp', ...screenStory('payment, pending') }
export const Partial: StoryObj = { name: 'Còn thiếu', ...screenStory('payment, partial') }
export const Paid: StoryObj = { name: 'Đã nộp', ...screenStory('payment, paid') }
export const TooMuch: StoryObj = { name: 'Nộp thừa', ...screenStory('payment, too much') }
export const Expired: StoryObj = { name: 'Hết hạn', ...screenStory('payment, expired') }
