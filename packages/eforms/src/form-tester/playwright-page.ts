import { locate, locateAll } from './form-page.ts'
import type { FormPage, LocatorLike } from './form-page.ts'

/** Playwright runs in Node, and takes bytes as Node's own kind alone. */
declare const Buffer: { from(bytes: Uint8Array): Uint8Array }

/** What is used of a locator of Playwright. */
export interface PlaywrightLocator extends LocatorLike<PlaywrightLocator> {
  count(): Promise<number>
  click(): Promise<void>
  fill(text: string): Promise<void>
  pressSequentially(text: string): Promise<void>
  selectOption(option: { label: string } | { index: number }): Promise<unknown>
  /** One file with name, type and bytes; `never`, since Playwright words it with Node's `Buffer`, which these types do without. */
  setInputFiles(file: never): Promise<void>
  allTextContents(): Promise<string[]>
}

/** What is used of Playwright's `Page`. */
export interface PlaywrightPage extends Pick<PlaywrightLocator, 'getByRole'> { getByLabel(label: RegExp): PlaywrightLocator }

/**
 * Drives a form on a page of Playwright: real clicks, and text typed key by key.
 *
 * @example await driveForm({ page: playwrightPage(page), definition, answers })
 */
export function playwrightPage(page: PlaywrightPage): FormPage {
  return {
    count: (target) => locateAll<PlaywrightLocator>(page, target).count(),
    click: (target) => locate<PlaywrightLocator>(page, target).click(),
    async type(target, text) {
      const box = locate<PlaywrightLocator>(page, target)
      await box.fill('')
      if (text !== '') await box.pressSequentially(text)
    },
    async select(target, option) { await locate<PlaywrightLocator>(page, target).selectOption(option === '' ? { index: 0 } : { label: option }) },
    attach: (label, { name, mediaType, bytes }) => page.getByLabel(label).setInputFiles({ name, mimeType: mediaType, buffer: Buffer.from(bytes) } as never),
    texts: async (role) => (await locateAll<PlaywrightLocator>(page, { role }).allTextContents()).map((text) => text.trim()),
  }
}
