import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { screenStory } from '../../../.storybook/screen-story.ts'

const meta: Meta = { title: 'Biểu mẫu/Theo dõi hồ sơ', component: 'motcua-tracker' }
export default meta

export const Mine: StoryObj = { name: 'Hồ sơ của tôi', ...screenStory('tracker, mine') }
export const Supplement: StoryObj = { name: 'Cần bổ sung', ...screenStory('tracker, supplement asked for') }
export const Late: StoryObj = { name: 'Quá hạn', ...screenStory('tracker, late') }
export const Refused: StoryObj = { name: 'Không được tiếp nhận', ...screenStory('tracker, refused') }
export const Withdrawn: StoryObj = { name: 'Đã rút', ...screenStory('tracker, withdrawn') }
export const Slip: StoryObj = { name: 'Giấy tiếp nhận và hẹn trả', ...screenStory('tracker, intake slip') }
export const Result: StoryObj = { name: 'Có kết quả', ...screenStory('tracker, result') }
export const Returned: StoryObj = { name: 'Đã trả kết quả', ...screenStory('tracker, returned') }
