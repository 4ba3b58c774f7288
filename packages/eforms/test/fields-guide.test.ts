import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readDefinitionFiles } from '@motcua/schemas/definitions'
import { build } from 'esbuild'
import { chromium } from 'playwright'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FIELD_TAGS } from '../src/browser/field-tags.ts'
import { pagePolicy } from '../src/policy.ts'

const REPOSITORY = join(import.meta.dirname, '../../..')
const guide = readFileSync(join(REPOSITORY, 'docs/guides/fields.md'), 'utf8')
const [page, ...blocks] = [...guide.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, language = '', text = '']) => ({ language, text }))
const [listen, refuse] = blocks.filter(({ language }) => language === 'js').map(({ text }) => text)
const textOf = (language: string): string => blocks.find((block) => block.language === language)?.text ?? ''

const definitions = new Map(readDefinitionFiles({ generatedAt: '2026-11-21T00:00:00Z' }))
const folder = mkdtempSync(join(tmpdir(), 'motcua-fields-'))
let server: Server
let browser: Browser

/** The guide's page as a web team serves it: their own scripts and styles in files, the kit beside them, the strict policy. */
function answer(path: string): { type: string; text: string | Buffer } {
  if (path === '/') return { type: 'text/html; charset=utf-8', text: `<!doctype html><html lang="vi"><title>Liên hệ</title><link rel="stylesheet" href="/page.css">${page?.text}<script src="/page.js"></script>` }
  if (path === '/page.css') return { type: 'text/css', text: textOf('css') }
  if (path === '/page.js') return { type: 'text/javascript', text: `const send = (data) => { globalThis.sent = data }\n${listen}` }
  if (path === '/favicon.ico') return { type: 'image/x-icon', text: '' }
  const data = definitions.get(path.replace('/motcua/definitions/', ''))
  if (data !== undefined) return { type: 'application/json', text: data }
  return { type: 'text/javascript', text: readFileSync(join(folder, path.replace('/motcua/', ''))) }
}

beforeAll(async () => {
  await build({
    absWorkingDir: join(REPOSITORY, 'packages/eforms'), entryPoints: { motcua: 'src/browser/motcua.ts' }, outdir: folder, bundle: true, splitting: true, format: 'esm', target: 'es2022',
    conditions: ['@motcua/source'], logLevel: 'error',
  })
  server = createServer((request, response) => {
    const { type, text } = answer(request.url ?? '/')
    response.writeHead(200, { 'content-type': type, 'content-security-policy': pagePolicy() }).end(text)
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
})

afterAll(async () => {
  await browser?.close()
  server?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function open(): Promise<{ tab: Page; reports: string[] }> {
  const tab = await browser.newPage()
  const reports: string[] = []
  tab.on('console', (message) => { if (message.type() === 'error' && !message.text().includes('favicon')) reports.push(message.text()) })
  tab.on('pageerror', ({ message }) => { reports.push(message) })
  const address = server.address()
  await tab.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`)
  return { tab, reports }
}

describe('"One field on your own page", followed to the letter', () => {
  it('blocks an empty form, and gives the data that the guide promises, without a report', async () => {
    const { tab, reports } = await open()
    await tab.getByLabel('Họ, chữ đệm, tên').waitFor()
    await tab.getByRole('button', { name: 'Gửi' }).click()
    await tab.getByText('Bạn chưa trả lời mục “Số điện thoại”.').waitFor()
    expect(await tab.evaluate('globalThis.sent')).toBeUndefined()
    await tab.getByLabel('Họ, chữ đệm, tên').fill('Nguyễn Thị Mẫu')
    await tab.getByLabel('Số điện thoại').fill('0912 345 678')
    for (const [part, text] of [['Ngày', '2'], ['Tháng', '3'], ['Năm', '1958']] as const) await tab.getByLabel(part, { exact: true }).fill(text)
    await tab.getByLabel('Đất đai').check()
    await tab.getByLabel('Tỉnh/Thành phố').selectOption('An Giang')
    await tab.getByRole('combobox', { name: 'Xã/Phường/Đặc khu' }).fill('my thuan')
    await tab.getByRole('option', { name: 'Xã Mỹ Thuận, An Giang' }).click()
    await tab.getByRole('button', { name: 'Gửi' }).click()
    expect(await tab.evaluate('globalThis.sent')).toEqual(JSON.parse(textOf('json')))
    expect(reports).toEqual([])
  })

  it('shows what the server refused until the next edit', async () => {
    const { tab } = await open()
    await tab.getByLabel('Số điện thoại').waitFor()
    await tab.evaluate(refuse ?? '')
    await tab.getByText('Số này đã có trong danh sách.').waitFor()
    await tab.getByLabel('Số điện thoại').fill('0912345678')
    await tab.getByText('Số này đã có trong danh sách.').waitFor({ state: 'detached' })
  })

  it('names every element there is', () => {
    const named = new Set([...guide.matchAll(/`(motcua-[a-z-]+-field)`/g)].map(([, tag]) => tag))
    expect([...named].toSorted()).toEqual([...FIELD_TAGS].toSorted())
  })
})
