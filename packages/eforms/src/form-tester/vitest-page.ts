import { locate, locateAll } from './form-page.ts'
import type { FormPage, LocatorLike, Target } from './form-page.ts'

/** What is used of a locator of `vitest/browser`. */
export interface VitestLocator extends LocatorLike<VitestLocator> {
  elements(): readonly Element[]
  click(): Promise<void>
  fill(text: string): Promise<void>
  selectOptions(option: string): Promise<void>
  upload(file: File): Promise<void>
}

/** What is used of `page` of `vitest/browser`. */
export interface VitestPage extends Pick<VitestLocator, 'getByRole'> { getByLabelText(label: RegExp): VitestLocator }
/** What is used of `userEvent` of `vitest/browser`. */
export interface VitestUserEvent { keyboard(keys: string): Promise<void> }

/**
 * Drives a form in Vitest's browser mode: real clicks, and text typed key by key.
 *
 * @example
 * import { page, userEvent } from 'vitest/browser'
 * await driveForm({ page: vitestPage(page, userEvent), definition, answers })
 */
export function vitestPage(page: VitestPage, userEvent: VitestUserEvent): FormPage {
  return {
    count: async (target) => locateAll<VitestLocator>(page, target).elements().length,
    click: (target) => locate<VitestLocator>(page, target).click(),
    async type(target, text) {
      const box = locate<VitestLocator>(page, target)
      // A click puts the caret wherever; an emptied box has only one place for it.
      await box.fill('')
      if (text.includes('\n')) await box.fill(text)
      else if (text !== '') await userEvent.keyboard(text.replaceAll(/[{[]/g, '$&$&'))
    },
    select: (target, option) => select(page, target, option),
    attach: (label, { name, mediaType, bytes }) => page.getByLabelText(label).upload(new File([bytes], name, { type: mediaType })),
    texts: async (role) => locateAll<VitestLocator>(page, { role }).elements().map((element) => element.textContent?.trim() ?? ''),
  }
}

/** Options are chosen by value, which Vitest looks up faster than words among hundreds. */
async function select(page: VitestPage, target: Target, option: string): Promise<void> {
  const locator = locate<VitestLocator>(page, target)
  const box = locator.elements()[0]
  if (!(box instanceof HTMLSelectElement)) throw new TypeError(`Expected a select called ${String(target.name)}.`)
  const found = [...box.options].find((o, index) => (option === '' ? index === 0 : o.textContent === option))
  if (!found) throw new TypeError(`Expected ${String(target.name)} to offer "${option}".`)
  await locator.selectOptions(found.value)
}
