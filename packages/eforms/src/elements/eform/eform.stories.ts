import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { html } from 'lit'
import { expect } from 'storybook/test'
import './define.ts'
import { fixtureDefinition } from '../../testing/definition.ts'
import { FixturePortal, fixtureServices } from '../../testing/services.ts'
import type { MotcuaEform } from './eform.ts'

const meta: Meta = { title: 'Biểu mẫu/Toàn bộ' }
export default meta

const fallback = html`<p>Bạn cũng có thể đến bộ phận một cửa của xã.</p>`
const shadow = (canvas: HTMLElement): ShadowRoot | null => canvas.querySelector<MotcuaEform>('motcua-eform')?.shadowRoot ?? null

/** Waits for something to be drawn; the element opens by itself. */
async function until<T>(look: () => T | null | undefined): Promise<T> {
  for (let tries = 0; tries < 100; tries++) {
    const found = look()
    if (found) return found
    await new Promise((resolve) => { setTimeout(resolve, 20) })
  }
  throw new TypeError('The story did not get to its state in two seconds.')
}

/** The facts of the procedure, each with its source. */
export const Start: StoryObj = {
  name: 'Trang đầu',
  render: (_args, { globals }) => html`<motcua-eform procedure="fixture-copy" commune="30838" lang=${globals.locale} .services=${fixtureServices({ portal: new FixturePortal() })}>${fallback}</motcua-eform>`,
  play: async ({ canvasElement }) => { await until(() => shadow(canvasElement)?.querySelector('.facts')) },
}

/** The first page after Continue was pressed on nothing: summary, fields, draft choice. */
export const Errors: StoryObj = {
  name: 'Có lỗi',
  render: (_args, { globals }) => html`<motcua-eform procedure="fixture-copy" commune="30838" lang=${globals.locale} .services=${fixtureServices()}>${fallback}</motcua-eform>`,
  play: async ({ canvasElement }) => {
    (await until(() => shadow(canvasElement)?.querySelector<HTMLButtonElement>('.buttons .button'))).click()
    ;(await until(() => shadow(canvasElement)?.querySelector<HTMLButtonElement>('button[type="submit"]'))).click()
    await expect(await until(() => shadow(canvasElement)?.querySelector('#summary'))).toBeVisible()
  },
}

/** A slice of a procedure says so on every page. */
export const Incomplete: StoryObj = {
  name: 'Chưa đầy đủ',
  render: (_args, { globals }) => html`<motcua-eform procedure="fixture-copy" commune="30838" lang=${globals.locale}
    .services=${fixtureServices({ definition: fixtureDefinition((d) => { d.procedure.completeness = 'incomplete' }) })}>${fallback}</motcua-eform>`,
  play: async ({ canvasElement }) => { await until(() => shadow(canvasElement)?.querySelector('.facts')) },
}

/** Not opened: the reason, and the page's own fallback. */
export const Blocked: StoryObj = {
  name: 'Không mở được',
  render: (_args, { globals }) => html`<motcua-eform procedure="unknown" commune="30838" lang=${globals.locale} .services=${fixtureServices()}>${fallback}</motcua-eform>`,
  play: async ({ canvasElement }) => { await until(() => shadow(canvasElement)?.querySelector('[role="alert"]')) },
}
