import type { StoryObj } from '@storybook/web-components-vite'
import { html } from 'lit'
import { SCREENS } from '../src/a11y/screens.ts'
import { languageOf } from './every-state.ts'

/** A screen of the accessibility tests as a story: whatever is shown here is also listened to there. */
export function screenStory(name: string): StoryObj {
  const screen = SCREENS.find((one) => one.name === name)
  if (!screen) throw new TypeError(`Expected a screen of src/a11y/screens.ts; there is no “${name}”.`)
  return {
    render: () => html`<div data-screen></div>`,
    play: async ({ canvasElement, globals }) => { canvasElement.querySelector('[data-screen]')?.append(await screen.show(languageOf(globals))) },
  }
}
