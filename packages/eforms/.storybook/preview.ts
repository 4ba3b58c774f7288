import type { Preview } from '@storybook/web-components-vite'
import './preview.css'

const preview: Preview = {
  tags: ['autodocs'],
  // An inaccessible story fails the tests.
  parameters: { a11y: { test: 'error' }, layout: 'padded' },
  globalTypes: {
    locale: { description: 'Ngôn ngữ', defaultValue: 'vi', toolbar: { icon: 'globe', items: [{ value: 'vi', title: 'Tiếng Việt' }, { value: 'en', title: 'English' }] } },
  },
}

export default preview
