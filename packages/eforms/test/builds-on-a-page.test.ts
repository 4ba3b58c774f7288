import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join, normalize } from 'node:path'
import { chromium } from 'playwright'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pagePolicy } from '../src/policy.ts'

/** What the button that begins is called in each version. */
const START = { a: 'Bắt đầu', b: 'Khởi đầu' } as const
type Version = keyof typeof START

const LOADER = 'motcua.js'
const SINGLE = 'motcua.single.js'

const folder = mkdtempSync(join(tmpdir(), 'motcua-versions-'))
let server: Server
let browser: Browser
let port: number
/** How they look where no other version is. */
let alone: string[]

beforeAll(async () => {
  execFileSync(process.execPath, ['--conditions=@motcua/source', 'build-browser.ts', join(folder, 'a')], { cwd: join(import.meta.dirname, '..'), stdio: 'inherit' })
  makeOtherVersion(join(folder, 'a'), join(folder, 'b'))
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === '/') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': searchParams.get('policy') ?? pagePolicy() }).end(pageWith(searchParams.getAll('script')))
      return
    }
    try {
      const bytes = readFileSync(join(folder, normalize(pathname)))
      response.writeHead(200, { 'content-type': pathname.endsWith('.js') ? 'text/javascript' : 'application/json' }).end(bytes)
    } catch { response.writeHead(404).end() }
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const address = server.address()
  port = typeof address === 'object' && address ? address.port : 0
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP xa.example 127.0.0.1'] })
  const { tab } = await open([`a/${SINGLE}`])
  await tab.locator('motcua-eform').getByRole('button', { name: START.a }).waitFor()
  alone = await look(tab)
  await tab.close()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  server?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The same build with another word on it, and so with other hashes. */
function makeOtherVersion(from: string, to: string): void {
  cpSync(from, to, { recursive: true })
  const scripts = readdirSync(to).filter((name) => name.endsWith('.js'))
  const renewed = new Map<string, string>()
  const rewrite = (name: string, change: (text: string) => string): void => {
    const path = join(to, name)
    const before = readFileSync(path)
    const after = Buffer.from(change(before.toString('utf8')))
    if (after.equals(before)) return
    writeFileSync(path, after)
    renewed.set(sha256(before), sha256(after))
  }
  for (const name of scripts) rewrite(name, (text) => text.replaceAll(START.a, START.b))
  expect(renewed.size).toBeGreaterThan(1)
  rewrite('motcua.js', (text) => [...renewed].reduce((all, [old, hash]) => all.replaceAll(old, hash), text))
}

function sha256(bytes: Uint8Array): string { return createHash('sha256').update(bytes).digest('base64') }

/** A form and a field, on the page before any script. */
function pageWith(scripts: readonly string[]): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><link rel="icon" href="/none.svg"><title>Hai phiên bản</title>${scripts.map((script) => `<script type="module" src="/${script}" crossorigin="anonymous"></script>`).join('')}</head>
<body><motcua-eform procedure="extract-copy" commune="30838" lang="vi"><p>Đến bộ phận một cửa</p></motcua-eform>
<form><motcua-phone-field name="phone" label="Số điện thoại"></motcua-phone-field></form></body></html>`
}

async function open(scripts: readonly string[], { policy, host = '127.0.0.1' }: { policy?: string; host?: string } = {}): Promise<{ tab: Page; complaints: string[] }> {
  const tab = await browser.newPage()
  tab.setDefaultTimeout(10_000)
  const complaints: string[] = []
  tab.on('console', (message) => { if (['error', 'warning'].includes(message.type()) && !message.location().url.endsWith('/none.svg')) complaints.push(message.text()) })
  tab.on('pageerror', ({ message }) => { complaints.push(message) })
  await tab.addInitScript(() => {
    // Every definition that is tried: a second one of a tag throws, whether somebody hears of it or not.
    const tags: string[] = []
    const define = customElements.define.bind(customElements)
    customElements.define = (tag, element, options) => { tags.push(tag); define(tag, element, options) }
    Object.assign(globalThis, { tags })
  })
  const query = new URLSearchParams([...scripts.map((script) => ['script', script]), ...(policy === undefined ? [] : [['policy', policy]])])
  await tab.goto(`http://${host}:${port}/?${query}`)
  return { tab, complaints }
}

/** Begins, is told what is missing, mends it, and goes on. */
async function useForm(tab: Page, form: number): Promise<Version> {
  const eform = tab.locator('motcua-eform').nth(form)
  const start = eform.getByRole('button', { name: /^(Bắt|Khởi) đầu$/ })
  const word = await start.textContent()
  await start.click()
  await eform.getByRole('heading', { name: 'Bạn yêu cầu cho ai?' }).waitFor()
  await eform.getByRole('button', { name: 'Tiếp tục' }).click()
  await eform.getByRole('alert').getByRole('link').first().click()
  await eform.getByLabel('Cho chính tôi').check()
  await eform.getByRole('button', { name: 'Tiếp tục' }).click()
  await eform.getByRole('heading', { name: 'Người yêu cầu' }).waitFor()
  return word === START.a ? 'a' : 'b'
}

/** How a form and a field look. */
function look(tab: Page): Promise<string[]> {
  return tab.evaluate(() => ['motcua-eform', 'motcua-phone-field'].flatMap((tag) => [...document.querySelector(tag)?.shadowRoot?.querySelectorAll('h2, p, label, input, button') ?? []].map((element) => {
    const style = getComputedStyle(element)
    return `${element.localName} ${style.display} ${style.color} ${style.backgroundColor} ${style.font} ${style.padding} ${style.border}`
  })))
}

describe('two versions of the kit on one page', () => {
  it.each([
    ['loader and loader', [`a/${LOADER}`, `b/${LOADER}`]], ['loader and loader, the other way round', [`b/${LOADER}`, `a/${LOADER}`]],
    ['single and single', [`a/${SINGLE}`, `b/${SINGLE}`]], ['single and single, the other way round', [`b/${SINGLE}`, `a/${SINGLE}`]],
    ['loader, then single', [`a/${LOADER}`, `b/${SINGLE}`]], ['single, then loader', [`a/${SINGLE}`, `b/${LOADER}`]],
    ['loader and single of one version', [`a/${LOADER}`, `a/${SINGLE}`]], ['single and loader of one version', [`a/${SINGLE}`, `a/${LOADER}`]],
  ])('do not fight: %s', async (_name, scripts) => {
    const { tab, complaints } = await open(scripts)
    await tab.locator('motcua-phone-field').getByLabel('Số điện thoại').fill('0912345678')
    await tab.locator('motcua-eform').getByRole('button', { name: /đầu$/ }).waitFor()
    expect(await look(tab)).toEqual(alone)
    const first = await useForm(tab, 0)
    // One that comes later is of the same version as the first.
    await tab.evaluate(() => { document.body.append(Object.assign(document.createElement('motcua-eform'), { procedure: '2.000635', commune: '30838' })) })
    expect(await useForm(tab, 1)).toBe(first)
    // What stands first and is whole defines before anything else can; chunks of a loader are in a race.
    if (scripts[0]?.endsWith(SINGLE)) expect(scripts[0]).toBe(`${first}/${SINGLE}`)
    const tags = await tab.evaluate(() => Reflect.get(globalThis, 'tags') as string[])
    expect(tags.filter((tag, index) => tags.indexOf(tag) !== index)).toEqual([])
    expect(tags).toEqual(expect.arrayContaining(['motcua-eform', 'motcua-phone-field']))
    expect(await tab.evaluate(() => new FormData(document.querySelector('form') ?? undefined).get('phone'))).toBe('0912345678')
    expect(complaints).toEqual([])
    await tab.close()
  })

  it('leave nothing on the page’s globals but what copies of Lit share', async () => {
    const { tab } = await open([`a/${LOADER}`, `b/${SINGLE}`])
    const before = new Set(await tab.evaluate(() => { const frame = document.body.appendChild(document.createElement('iframe')); return Object.getOwnPropertyNames(frame.contentWindow ?? {}) }))
    await useForm(tab, 0)
    const added = (await tab.evaluate(() => Object.getOwnPropertyNames(globalThis))).filter((name) => !before.has(name) && !/^\d+$|playwright|^tags$/i.test(name))
    expect(added.toSorted()).toEqual(['litElementVersions', 'litHtmlVersions', 'litPropertyMetadata', 'reactiveElementVersions'])
    await tab.close()
  })

  it('need `allow-duplicates`: without it the second copy does not start, and the first goes on', async () => {
    const { tab, complaints } = await open([`a/${SINGLE}`, `b/${SINGLE}`], { policy: pagePolicy().replace(" 'allow-duplicates'", '') })
    expect(await useForm(tab, 0)).toBe('a')
    expect(complaints.join('\n')).toMatch(/TrustedTypePolicy|Policy with name "lit-html"|createPolicy/)
    await tab.close()
  })
})

describe('a chunk that somebody has changed', () => {
  it('is not run, and the page’s own fallback stays', async () => {
    const name = readdirSync(join(folder, 'a')).find((file) => /^eform-.*\.js$/.test(file)) ?? ''
    const path = join(folder, 'a', name)
    const whole = readFileSync(path)
    writeFileSync(path, `${whole.toString('utf8')}\n`)
    try {
      const { tab, complaints } = await open([`a/${LOADER}`])
      await expect.poll(() => complaints.join(' ')).toMatch(/integrity/i)
      await tab.getByText('Đến bộ phận một cửa').waitFor()
      expect(await tab.evaluate(() => customElements.get('motcua-eform'))).toBeUndefined()
      await tab.close()
    } finally { writeFileSync(path, whole) }
  })
})

describe('an origin that is not secure', () => {
  it.each([LOADER, SINGLE])('shows the page’s own fallback and collects nothing, with %s', async (script) => {
    const { tab, complaints } = await open([`a/${script}`], { host: 'xa.example' })
    expect(await tab.evaluate(() => isSecureContext)).toBe(false)
    await tab.getByText('Đến bộ phận một cửa').waitFor()
    await tab.locator('motcua-eform').getByRole('alert').waitFor()
    expect(await tab.locator('motcua-eform input, motcua-eform select, motcua-eform textarea').count()).toBe(0)
    expect(complaints).toEqual([])
    await tab.close()
  })
})
