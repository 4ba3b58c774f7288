import { computed } from '@preact/signals-core'
import { withArea } from '../../locales/strings.ts'
import { viManyRows } from '../../locales/vi-many-rows.ts'
import type { PanelOptions } from './panel.ts'
import { mountRowCount } from './row-count.ts'
import { mountRowPaste } from './row-paste.ts'

/** Whoever opens a way to add many rows has this already. Named here, late parts of a form have the same in common with it, and bundlers cut the form in two files, not three. */
export { mountRepeat } from '../mount-repeat.ts'

type MountPanel = (box: HTMLElement, options: PanelOptions) => () => void

/** The ways to add many rows at once. */
export const MANY_ROWS = { count: withItsWords(mountRowCount), paste: withItsWords(mountRowPaste) } as const
export type ManyRowsWay = keyof typeof MANY_ROWS

function withItsWords(mount: MountPanel): MountPanel {
  return (box, options) => {
    const { context } = options
    return mount(box, { ...options, context: { ...context, words: computed(() => withArea(context.words.value, viManyRows)) } })
  }
}
