import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { html } from 'lit'
import { languageOf, text } from '../../.storybook/every-state.ts'
import { lookOf } from '../../.storybook/page-look.ts'
import { THEMES } from '../../.storybook/themes.ts'
import { TOKENS } from './token-docs.ts'

const meta: Meta = { title: 'Nền tảng/Mã thiết kế' }
export default meta

const HEADINGS = [text('Mã', 'Token'), text('Mặc định', 'Default'), text('Trong giao diện này', 'In this theme'), text('Dùng để', 'For')]

/**
 * Every `--motcua-*` custom property. Set it on the element or on anything round it; a theme is nothing else.
 * In forced colours the system’s own take over, and the focus ring becomes `Highlight`.
 */
export const All: StoryObj = {
  name: 'Tất cả',
  render: (_args, { globals }) => {
    const theme: Readonly<Record<string, string>> = THEMES[lookOf(globals).theme]
    return html`<table class="tokens"><thead><tr>${HEADINGS.map((heading) => html`<th scope="col">${heading[languageOf(globals)]}</th>`)}</tr></thead>
      <tbody>${TOKENS.map(({ name, value, about }) => {
        const now = theme[name.replace('--motcua-', '')] ?? value
        return html`<tr><th scope="row"><code>${name}</code></th><td><code>${value}</code></td><td>${now.startsWith('#')
          ? html`<svg width="48" height="24" aria-hidden="true"><rect width="48" height="24" fill=${now}></rect></svg><code>${now}</code>` : html`<code>${now}</code>`}</td><td lang="en">${about}</td></tr>`
      })}</tbody></table>`
  },
}
