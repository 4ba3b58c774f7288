import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Engine } from './engine.ts'

/** A handle of WebDriver BiDi. */
interface Shared { sharedId: string }
interface Reply { id?: number; result?: Record<string, unknown>; error?: string; message?: string }

/** What Firefox sets for tests makes every window count as focused, and then no input method is asked; without that it would ask about itself. */
const WINDOW_PREFERENCES: ReadonlyArray<readonly [string, boolean | string]> = [
  ['remote.prefs.recommended', false], ['focusmanager.testmode', false],
  ['browser.shell.checkDefaultBrowser', false], ['browser.startup.homepage_override.mstone', 'ignore'], ['datareporting.policy.dataSubmissionEnabled', false], ['browser.aboutwelcome.enabled', false], ['termsofuse.bypassNotification', true],
]

/** Firefox by WebDriver BiDi (https://w3c.github.io/webdriver-bidi/), which it speaks itself, on a page as wide as a phone; with a window when it is given the screen to show it on. */
export async function launchFirefox(binary: string, screen?: NodeJS.ProcessEnv): Promise<Engine<Shared>> {
  const profile = mkdtempSync(join(tmpdir(), 'motcua-firefox-'))
  if (screen) writeFileSync(join(profile, 'user.js'), WINDOW_PREFERENCES.map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(''))
  const firefox = spawn(binary, [...(screen ? [] : ['--headless']), '--no-remote', '--profile', profile, '--remote-debugging-port=0', 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'], ...(screen && { env: screen }) })
  const listening = await new Promise<string>((resolve, reject) => {
    let said = ''
    firefox.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk
      const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(said) ?? []
      if (address) resolve(address)
    })
    firefox.on('exit', () => { reject(new Error(`Firefox did not start: ${said.slice(-300)}`)) })
  })
  const socket = new WebSocket(`${listening}/session`)
  await new Promise((resolve, reject) => { socket.onopen = resolve; socket.onerror = reject })
  const waiting = new Map<number, (reply: Reply) => void>()
  socket.onmessage = ({ data }) => {
    const reply = JSON.parse(String(data)) as Reply
    if (reply.id !== undefined) waiting.get(reply.id)?.(reply)
  }
  let last = 0
  const call = async (method: string, params: object): Promise<Record<string, unknown>> => {
    last += 1
    const id = last
    const reply = await new Promise<Reply>((resolve) => {
      waiting.set(id, resolve)
      socket.send(JSON.stringify({ id, method, params }))
    })
    waiting.delete(id)
    if (reply.error !== undefined) throw new Error(`${method}: ${reply.error} ${reply.message ?? ''}`)
    return reply.result ?? {}
  }

  const { capabilities } = await call('session.new', { capabilities: {} }) as { capabilities: { browserVersion: string } }
  let context = ''
  const evaluate = async (body: string, args: ReadonlyArray<object>): Promise<{ type: string; value?: unknown; sharedId?: string }> => {
    const answer = await call('script.callFunction', {
      functionDeclaration: `function () { ${body} }`, awaitPromise: true, target: { context }, arguments: args, resultOwnership: 'root', serializationOptions: { maxObjectDepth: 0 },
    }) as { result: { type: string; value?: unknown; sharedId?: string }; exceptionDetails?: { text: string } }
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text)
    return answer.result
  }
  const asText = (value: unknown): object => ({ type: 'string', value: String(value) })
  const asJson = (body: string): string => `return JSON.stringify((function () { ${body} }).apply(this, arguments) ?? null)`
  const parse = ({ value }: { value?: unknown }): unknown => JSON.parse(String(value))
  return {
    name: 'Firefox', version: capabilities.browserVersion,
    async open(address) {
      const old = context
      context = String((await call('browsingContext.create', { type: 'tab' })).context)
      if (old) await call('browsingContext.close', { context: old, promptUnload: false })
      await call('browsingContext.setViewport', { context, viewport: { width: 360, height: 740 } })
      await call('browsingContext.navigate', { context, url: address, wait: 'complete' })
    },
    run: async (body, ...args) => parse(await evaluate(asJson(body), args.map(asText))),
    async element(body) {
      const { sharedId } = await evaluate(body, [])
      return sharedId === undefined ? undefined : { sharedId }
    },
    async click({ sharedId }) {
      await call('input.performActions', { context, actions: [{ type: 'pointer', id: 'mouse', actions: [
        { type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element: { sharedId } } }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 },
      ] }] })
    },
    async keys(text) {
      await call('input.performActions', { context, actions: [{ type: 'key', id: 'keys', actions: [...text].flatMap((value) => [{ type: 'keyDown', value: value === '\n' ? '\uE006' : value }, { type: 'keyUp', value: value === '\n' ? '\uE006' : value }]) }] })
    },
    on: async ({ sharedId }, body, ...args) => parse(await evaluate(asJson(body), [{ sharedId }, ...args.map(asText)])),
    screenshot: async () => Buffer.from(String((await call('browsingContext.captureScreenshot', { context })).data), 'base64'),
    async close() {
      socket.close()
      const gone = new Promise((resolve) => { firefox.once('exit', resolve) })
      firefox.kill()
      await gone
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
