import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Engine } from './engine.ts'

/** How WebDriver names an element (https://www.w3.org/TR/webdriver2/#elements). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'
type Handle = Readonly<Record<typeof ELEMENT, string>>

/** The engine of Safari in its port to Linux, by WebDriver, in a window that nobody sees. */
export async function launchWebKit({ driver, browser, display }: { driver: string; browser: string; /** Program that makes a screen: Xvfb. */ display: string }): Promise<Engine<Handle>> {
  const screen = spawn(display, ['-displayfd', '1', '-screen', '0', '800x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const number = await new Promise<string>((resolve, reject) => {
    screen.stdout.setEncoding('utf8').once('data', (said: string) => { resolve(said.trim()) })
    screen.once('exit', () => { reject(new Error('There is no screen for WebKit.')) })
  })
  const port = await freePort()
  const service = spawn(driver, [`--port=${port}`], { stdio: 'ignore', env: { ...process.env, DISPLAY: `:${number}`, LIBGL_ALWAYS_SOFTWARE: '1' } })
  const end = async (): Promise<void> => { for (const one of [service, screen]) await ended(one) }
  const call = async (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...(body && { body: JSON.stringify(body) }) })
    const { value } = await response.json() as { value: unknown }
    if (!response.ok) throw new Error(`${path.split('/').at(-1)}: ${JSON.stringify(value).slice(0, 300)}`)
    return value
  }
  try {
    for (let tries = 0; await call('GET', '/status').then(() => false, () => true); tries += 1) {
      if (tries === 50) throw new Error('WebKitWebDriver did not start.')
      await sleep(100)
    }
    const { sessionId, capabilities } = await call('POST', '/session', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } } } }) as { sessionId: string; capabilities: { browserVersion: string } }
    const session = `/session/${sessionId}`
    await call('POST', `${session}/window/rect`, { width: 400, height: 800 })
    const run = (body: string, ...args: Array<unknown>): Promise<unknown> => call('POST', `${session}/execute/sync`, { script: body, args })
    return {
      name: 'WebKit', version: capabilities.browserVersion, run,
      open: async (address) => { await call('POST', `${session}/url`, { url: address }) },
      async element(body) {
        const found = await run(body)
        return typeof found === 'object' && found !== null && ELEMENT in found ? found as Handle : undefined
      },
      click: async (element) => { await call('POST', `${session}/element/${element[ELEMENT]}/click`, {}) },
      keys: async (text, element) => { await call('POST', `${session}/element/${element[ELEMENT]}/value`, { text }) },
      on: (element, body, ...args) => run(body, element, ...args),
      screenshot: async () => Buffer.from(String(await call('GET', `${session}/screenshot`)), 'base64'),
      async close() {
        await call('DELETE', session).catch(() => undefined)
        await end()
      },
    }
  } catch (error) {
    await end()
    throw error
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise((resolve) => { child.once('exit', resolve) })
  child.kill()
  await gone
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => { probe.listen(0, '127.0.0.1', resolve) })
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => { probe.close(resolve) })
  return port
}
