import type {} from '@vitest/browser-playwright'
import { cdp, commands, page, server, userEvent } from 'vitest/browser'
import { locate, locateAll } from '../form-tester/form-page.ts'
import type { FormPage, Target } from '../form-tester/form-page.ts'
import type { VitestLocator } from '../form-tester/vitest-page.ts'
import { focusFaults, focused } from './focus-indicator.ts'

/** Every place where the focus has stopped, and what was wrong with how it was shown. */
export interface KeyboardLog { stops: number; faults: string[] }

const MOST_STOPS = 250

/**
 * Drives a form with keys alone: Tab and Shift+Tab to get anywhere, letters, Space, arrows and Enter to do anything. What
 * cannot be reached so fails. Every stop on the way is judged by {@link focusFaults}.
 */
export function keyboardPage(log: KeyboardLog): FormPage {
  const press = (keys: string): Promise<void> => userEvent.keyboard(keys)

  /** Tabs to an element, on or back as it lies. */
  const reach = async (wanted: HTMLElement, is: (stop: HTMLElement) => boolean = (stop) => stop === wanted): Promise<void> => {
    const from = focused()
    if (from && is(from)) return
    const key = from && from.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_PRECEDING ? '{Shift>}{Tab}{/Shift}' : '{Tab}'
    for (let count = 0; count < MOST_STOPS; count += 1) {
      await press(key)
      const stop = focused()
      if (!stop) continue
      log.stops += 1
      log.faults.push(...focusFaults(stop))
      if (is(stop)) return
    }
    throw new Error(`${wanted.outerHTML.slice(0, 200)} is not reached by ${key} from ${from?.outerHTML.slice(0, 200) ?? 'nowhere'}.`)
  }

  const elementOf = (target: Target): HTMLElement => {
    const [element] = locate<VitestLocator>(page, target).elements()
    if (!(element instanceof HTMLElement)) throw new Error(`There is no ${target.role} called ${String(target.name)}.`)
    return element
  }

  /** Into the group of radio buttons, then along it: arrows choose. */
  const chooseRadio = async (radio: HTMLInputElement): Promise<void> => {
    await reach(radio, (stop) => stop instanceof HTMLInputElement && stop.type === 'radio' && stop.name === radio.name)
    for (let count = 0; focused() !== radio && count < MOST_STOPS; count += 1) await press('{ArrowDown}')
    if (!radio.checked) await press('[Space]')
  }

  /** Down the open list to the option, while focus stays in the box. */
  const chooseOption = async (option: HTMLElement): Promise<void> => {
    const box = focused()
    for (let count = 0; box?.getAttribute('aria-activedescendant') !== option.id && count < MOST_STOPS; count += 1) await press('{ArrowDown}')
    await press('{Enter}')
  }

  return {
    count: async (target) => locateAll<VitestLocator>(page, target).elements().length,
    async click(target) {
      const element = elementOf(target)
      if (element instanceof HTMLInputElement && element.type === 'radio') { await chooseRadio(element); return }
      if (target.role === 'option') { await chooseOption(element); return }
      await reach(element)
      await press(target.role === 'button' || target.role === 'link' ? '{Enter}' : '[Space]')
    },
    async type(target, text) {
      await reach(elementOf(target))
      await press('{Control>}a{/Control}{Delete}')
      if (text !== '') await press(text.replaceAll(/[{[]/g, '$&$&').replaceAll('\n', '{Enter}'))
    },
    async select(target, words) {
      const box = elementOf(target)
      if (!(box instanceof HTMLSelectElement)) throw new TypeError(`Expected a select called ${String(target.name)}.`)
      await reach(box)
      await press('{Home}')
      for (let count = 0; words !== '' && box.selectedOptions[0]?.textContent !== words && count < box.options.length; count += 1) await press('{ArrowDown}')
    },
    async attach(label, { name, bytes }) {
      const [input] = page.getByLabelText(label).elements()
      if (!(input instanceof HTMLInputElement)) throw new Error(`There is no file input called ${String(label)}.`)
      const path = `.artifacts/a11y/${name}`
      await commands.writeFile(path, new TextDecoder().decode(bytes))
      const session = cdp()
      await session.send('Page.enable')
      await session.send('Page.setInterceptFileChooserDialog', { enabled: true })
      const opened = new Promise<number>((resolve) => { session.on('Page.fileChooserOpened', ({ backendNodeId = 0 }) => { resolve(backendNodeId) }) })
      await reach(input)
      await press('[Space]')
      await session.send('DOM.setFileInputFiles', { backendNodeId: await opened, files: [`${server.config.root}/${path}`] })
      await session.send('Page.setInterceptFileChooserDialog', { enabled: false })
    },
    texts: async (role) => locateAll<VitestLocator>(page, { role }).elements().map((element) => element.textContent?.trim() ?? ''),
  }
}
