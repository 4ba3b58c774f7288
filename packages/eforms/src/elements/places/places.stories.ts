import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { screenStory } from '../../../.storybook/screen-story.ts'

const meta: Meta = { title: 'Biểu mẫu/Tìm xã, phường', component: 'motcua-places' }
export default meta

export const Empty: StoryObj = { name: 'Chưa gõ gì', ...screenStory('places') }
export const FormerName: StoryObj = { name: 'Tên cũ của nhiều nơi', ...screenStory('places, former name') }
export const Chosen: StoryObj = { name: 'Đã chọn, có nơi tiếp dân', ...screenStory('places, chosen') }
export const Part: StoryObj = { name: 'Một phần của nơi cũ', ...screenStory('places, part of a former one') }
export const Faults: StoryObj = { name: 'Danh sách của trang có lỗi', ...screenStory('places, faults in the list') }
export const Unknown: StoryObj = { name: 'Mã không có', ...screenStory('places, unknown code') }
