import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { screenStory } from '../../../.storybook/screen-story.ts'

const meta: Meta = { title: 'Biểu mẫu/Ký kết quả', component: 'motcua-sign' }
export default meta

export const Before: StoryObj = { name: 'Trước khi ký', ...screenStory('sign, before') }
export const Issue: StoryObj = { name: 'Chờ phát hành', ...screenStory('sign, to be issued') }
export const Unfit: StoryObj = { name: 'Chứng thư số không dùng được', ...screenStory('sign, certificate unfit') }
export const Waiting: StoryObj = { name: 'Chờ xác nhận trên thiết bị', ...screenStory('sign, waiting for the device') }
export const SomebodyElse: StoryObj = { name: 'Người khác đang ký', ...screenStory('sign, somebody else') }
export const Refused: StoryObj = { name: 'Đã từ chối', ...screenStory('sign, refused') }
export const Failed: StoryObj = { name: 'Không thành', ...screenStory('sign, failed') }
export const NotYours: StoryObj = { name: 'Không được giao', ...screenStory('sign, not yours') }
export const Done: StoryObj = { name: 'Đã đủ chữ ký', ...screenStory('sign, done') }
export const Differs: StoryObj = { name: 'Tệp không khớp mã băm', ...screenStory('sign, bytes that differ') }
