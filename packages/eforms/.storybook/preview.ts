import { setCustomElementsManifest } from '@storybook/web-components-vite'
import type { Preview } from '@storybook/web-components-vite'
import manifest from 'virtual:elements-manifest'
import { checkVariants } from './check-variants.ts'
import { languageOf } from './every-state.ts'
import { applyLook, lookOf } from './page-look.ts'
import './preview.css'

setCustomElementsManifest(manifest)

const preview: Preview = {
  tags: ['autodocs'],
  // An inaccessible story fails the tests.
  parameters: { a11y: { test: 'error' }, layout: 'padded', options: { storySort: { order: ['Biểu mẫu', 'Trường nhập', 'Nền tảng'] } } },
  // Only what a story follows can be set; the rest of the table is to be read.
  argTypesEnhancers: [({ argTypes, initialArgs }) => Object.fromEntries(Object.entries(argTypes).map(([name, type]) => [name, name in initialArgs ? type : { ...type, control: { disable: true } }]))],
  // The full count runs the stories once in each language.
  initialGlobals: { locale: import.meta.env.MOTCUA_STORIES_LOCALE ?? 'vi', theme: 'light', text: '100', dir: 'ltr' },
  globalTypes: {
    locale: { description: 'Ngôn ngữ', toolbar: { icon: 'globe', dynamicTitle: true, items: [{ value: 'vi', title: 'Tiếng Việt' }, { value: 'en', title: 'English' }] } },
    theme: {
      description: 'Giao diện',
      toolbar: { icon: 'paintbrush', dynamicTitle: true, items: [{ value: 'light', title: 'Sáng' }, { value: 'dark', title: 'Tối' }, { value: 'contrast', title: 'Tương phản cao' }] },
    },
    text: { description: 'Cỡ chữ', toolbar: { icon: 'zoom', dynamicTitle: true, items: [{ value: '100', title: 'Chữ 100 %' }, { value: '200', title: 'Chữ 200 %' }] } },
    dir: { description: 'Chiều viết', toolbar: { icon: 'transfer', dynamicTitle: true, items: [{ value: 'ltr', title: 'Trái sang phải' }, { value: 'rtl', title: 'Phải sang trái (giả)' }] } },
  },
  decorators: [
    (story, { globals }) => {
      applyLook(lookOf(globals))
      document.documentElement.lang = languageOf(globals)
      // What a `play` has put there is not drawn again: it changes its language as on a page.
      for (const element of document.querySelectorAll<HTMLElement>('[data-screen] > *')) element.lang = document.documentElement.lang
      return story()
    },
  ],
  afterEach: ({ canvasElement, globals }) => checkVariants(canvasElement, languageOf(globals)),
}

export default preview
