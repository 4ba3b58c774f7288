import { isUsable, pressAtOnce, typeAtOnce } from './at-once.ts'
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

export interface VitestPageOptions {
  /**
   * `fast` puts texts in at once, as pasting does, and presses what has the focus with the space bar instead of clicking,
   * which waits for the page to stand still: several times faster in long forms. `at-once` does both from within the page, without
   * the browser's own input: faster again, and blind to what only a pointer or a keyboard meets. @default 'person'
   */
  pace?: 'person' | 'fast' | 'at-once'
}

/**
 * Drives a form in Vitest's browser mode: real clicks, and text typed key by key.
 *
 * @example
 * import { page, userEvent } from 'vitest/browser'
 * await driveForm({ page: vitestPage(page, userEvent), definition, answers })
 */
export function vitestPage(page: VitestPage, userEvent: VitestUserEvent, { pace = 'person' }: VitestPageOptions = {}): FormPage {
  return {
    count: async (target) => locateAll<VitestLocator>(page, target).elements().length,
    async click(target) {
      const control = locate<VitestLocator>(page, target)
      const [found] = pace === 'at-once' ? control.elements() : []
      if (isUsable(found)) { pressAtOnce(found); return }
      const [element] = pace === 'fast' && target.role !== 'option' ? control.elements() : []
      if (!(element instanceof HTMLElement)) { await control.click(); return }
      element.focus()
      await userEvent.keyboard('[Space]')
    },
    async type(target, text) {
      const box = locate<VitestLocator>(page, target)
      const [found] = pace === 'at-once' ? box.elements() : []
      if (isUsable(found) && (found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement)) { typeAtOnce(found, text); return }
      if (pace !== 'person' || text === '' || text.includes('\n')) { await box.fill(text); return }
      // A click puts the caret wherever; an emptied box has only one place for it.
      await box.fill('')
      await userEvent.keyboard(text.replaceAll(/[{[]/g, '$&$&'))
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
