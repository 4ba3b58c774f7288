import { chromium } from 'playwright'
import { launchFirefox } from '../engines/firefox.ts'
import { program } from '../engines/program.ts'
import { until } from './desk.ts'
import type { Desk } from './desk.ts'
import type { Place, Sight } from './page.ts'

/** A browser with a window on a desk, which has the keyboard. */
export interface DeskBrowser {
  readonly name: string
  readonly version: string
  begin(place: Place): Promise<void>
  look(): Promise<Sight>
  close(): Promise<void>
}

export interface BrowserKind { readonly name: string; readonly from: string; isHere(): boolean; launch(desk: Desk, address: string): Promise<DeskBrowser> }

const chromiumPath = (): string | undefined => program(process.env.CHROMIUM_PATH, 'chromium')
const firefoxPath = (): string | undefined => program(process.env.FIREFOX_PATH, 'firefox-esr', 'firefox')

export const BROWSERS: readonly BrowserKind[] = [
  {
    name: 'Chromium', from: 'npm run setup:system', isHere: () => chromiumPath() !== undefined,
    async launch(desk, address) {
      const browser = await chromium.launch({ executablePath: chromiumPath() ?? '', headless: false, env: textOnly(desk.env), args: ['--no-sandbox', '--disable-gpu', '--gtk-version=3', '--ozone-platform=x11', '--no-first-run'] })
      const page = await browser.newPage({ viewport: null })
      await page.goto(address)
      await page.waitForFunction('globalThis.tester')
      await giveKeyboard(desk, 'chromium')
      return {
        name: 'Chromium', version: browser.version(),
        begin: async (place) => { await page.evaluate(`tester.begin(${JSON.stringify(place)})`) },
        look: () => page.evaluate('tester.look()'),
        close: () => browser.close(),
      }
    },
  },
  {
    name: 'Firefox', from: 'npm run setup:system -- engines', isHere: () => firefoxPath() !== undefined,
    async launch(desk, address) {
      const engine = await launchFirefox(firefoxPath() ?? '', desk.env)
      await engine.open(address)
      await until('the page in Firefox', async () => (await engine.run('return Boolean(globalThis.tester)') === true ? true : undefined))
      await giveKeyboard(desk, 'firefox')
      return {
        name: engine.name, version: engine.version,
        begin: async (place) => {
          await engine.run(`globalThis.begun = false; tester.begin(${JSON.stringify(place)}).then(() => { globalThis.begun = true })`)
          await until('the field', async () => (await engine.run('return globalThis.begun') === true ? true : undefined))
        },
        look: async () => await engine.run('return tester.look()') as Sight,
        close: () => engine.close(),
      }
    },
  },
]

/** There is no window manager that would do it. */
async function giveKeyboard(desk: Desk, windowClass: string): Promise<void> {
  const windows = await until(`a window of ${windowClass}`, async () => (await desk.run('xdotool', 'search', '--onlyvisible', '--class', windowClass)).split('\n').at(-1) || undefined)
  await desk.run('xdotool', 'windowfocus', '--sync', windows)
}

function textOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}
