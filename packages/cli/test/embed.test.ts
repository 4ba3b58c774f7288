import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import path from 'node:path'
import { chromium } from 'playwright'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { driveForm, playwrightPage } from '@motcua/eforms/testing'
import { catalogue } from '@motcua/schemas/catalogue'
import * as z from 'zod'
import { motcua, REPOSITORY } from './harness.ts'

const outputSchema = z.object({ folder: z.string(), files: z.array(z.string()), page: z.string(), header: z.object({ name: z.string(), value: z.string() }) })
type Output = z.infer<typeof outputSchema>
const SAMPLE = z.object({ today: z.string(), answers: z.record(z.string(), z.json()) })
  .parse(JSON.parse(readFileSync(path.join(REPOSITORY, 'schemas/procedures/extract-copy/2026-01-14/samples/valid/grandchild-with-card.json'), 'utf8')))

let browser: Browser
const servers: Server[] = []

beforeAll(async () => {
  const eforms = path.join(REPOSITORY, 'packages/eforms')
  if (!existsSync(path.join(eforms, 'dist/browser/motcua.single.js'))) spawnSync(process.execPath, ['--conditions=@motcua/source', 'build-browser.ts'], { cwd: eforms, stdio: 'inherit' })
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
}, 60_000)
afterAll(async () => {
  await browser?.close()
  for (const server of servers) server.close()
})

async function embed(...args: string[]): Promise<Output> {
  const { exit, out, err } = await motcua(['embed', ...args, '--json'], REPOSITORY)
  expect({ exit, err }).toEqual({ exit: 0, err: '' })
  return outputSchema.parse(JSON.parse(out))
}

/** Does what the command says, with nothing added; `change` is what somebody does to a file on its way. */
async function follow({ folder, files, page, header }: Output, change: (name: string, bytes: Buffer) => Buffer = (_name, bytes) => bytes): Promise<{ tab: Page; complaints: string[] }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === '/') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', [header.name]: header.value }).end(`<!doctype html><html lang="vi"><title>Xã</title><link rel="icon" href="/none.svg">\n${page}`)
      return
    }
    const name = pathname.replace('/bieu-mau/', '')
    const served = files.some((file) => (file.endsWith('/') ? name.startsWith(file) : name === file)) && existsSync(path.join(folder, name))
    response.writeHead(served ? 200 : 404, { 'content-type': name.endsWith('.js') ? 'text/javascript' : 'application/json' }).end(served ? change(name, readFileSync(path.join(folder, name))) : '')
  })
  servers.push(server)
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const address = server.address()
  const tab = await browser.newPage()
  const complaints: string[] = []
  tab.on('console', (message) => { if (message.type() === 'error' && !message.location().url.endsWith('/none.svg')) complaints.push(message.text()) })
  tab.on('pageerror', ({ message }) => { complaints.push(message) })
  await tab.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`)
  return { tab, complaints }
}

describe('motcua embed, followed to the letter', () => {
  it('opens the form from the loader and its chunks, without a report', async () => {
    const output = await embed('2.000635', '--commune', '30838', '--at', '/bieu-mau/', '--chunks')
    expect(output.header.value).toContain("'sha256-")
    const { tab, complaints } = await follow(output)
    await tab.getByRole('button', { name: 'Bắt đầu' }).click()
    await tab.getByRole('heading', { name: 'Bạn yêu cầu cho ai?' }).waitFor()
    expect(complaints).toEqual([])
    await tab.close()
  })

  it('opens the form from one file, without a report, and one submission fills it in through Playwright', async () => {
    const output = await embed('2.000635', '--commune', '30838', '--at', '/bieu-mau/')
    expect(output.header.value).not.toContain("'sha256-")
    const { tab, complaints } = await follow(output)
    const definition = await catalogue.find('extract-copy', { on: SAMPLE.today }).load()
    const places: unknown = JSON.parse(readFileSync(path.join(output.folder, 'definitions/reference/communes.json'), 'utf8'))
    const report = await driveForm({ page: playwrightPage(tab), definition, answers: SAMPLE.answers, today: SAMPLE.today, places })
    expect(report).toEqual({ pages: [...definition.pages.map(({ id }) => id).filter((id) => id !== 'undertaking'), '@documents', '@check', '@done'], unfilled: [], summary: [] })
    expect(complaints).toEqual([])
    await tab.close()
  })

  it('runs no chunk that was changed on its way, not even one that comes late', async () => {
    const output = await embed('2.000635', '--commune', '30838', '--at', '/bieu-mau/', '--chunks')
    const late = readdirSync(output.folder).filter((name) => /^(shared-machine|english)-/.test(name))
    expect(late).toHaveLength(2)
    const page = output.page.replace('<motcua-eform ', '<motcua-eform shared ')
    const { tab, complaints } = await follow({ ...output, page }, (name, bytes) => (late.includes(name) ? Buffer.concat([bytes, Buffer.from('\n')]) : bytes))
    // Nothing is asked on a machine of many that could not be wiped; the page's own way to file stays.
    await tab.getByRole('button', { name: 'Thử lại' }).waitFor()
    await tab.getByText('Nộp tại Cổng Dịch vụ công quốc gia').waitFor()
    expect(complaints.join('\n')).toMatch(/integrity/i)
    await tab.close()
  })

  it('names the gateway in the element and in the policy', async () => {
    const { page, header, files } = await embed('extract-copy', '--commune', '30838', '--portal', 'https://gateway.example')
    expect(page).toContain('<motcua-eform procedure="extract-copy" commune="30838" portal="https://gateway.example" lang="vi">')
    expect(page).toMatch(/^<script type="module" src="\/motcua\/motcua\.single\.js" integrity="sha384-[\w+/]{64}" crossorigin="anonymous"><\/script>$/m)
    expect(header.value).toContain("connect-src 'self' https://gateway.example;")
    // The form asks for a commune, whose names come from beside the script with a gateway too.
    expect(files).toEqual(['motcua.single.js', 'definitions/reference/'])
  })

  it('says it in three steps to people', async () => {
    const { exit, out } = await motcua(['embed', '2.000635', '--commune', '30838'], REPOSITORY)
    expect(exit).toBe(0)
    expect(out).toMatch(/^1\. Serve as \/motcua\/[\s\S]*^2\. Paste into the page[\s\S]*^3\. Send with the page, as one line\nContent-Security-Policy: /m)
  })

  it('warns of a commune that is in no list, and says where codes are found', async () => {
    const { exit, out, err } = await motcua(['embed', '2.000635', '--commune', '99999'], REPOSITORY)
    expect({ exit, page: out.includes('commune="99999"') }).toEqual({ exit: 0, page: true })
    expect(err).toMatch(/^motcua embed: warning: the list of \d{4}-\d{2}-\d{2} has no commune 99999; where there is none the form does not open\.\n {2}Codes are those of Decision 19\/2025\/QĐ-TTg: .*administrative-units\.json.*@motcua\/schemas\/communes/)
  })

  it.each([
    [['2.000635'], 2, /--commune is the five digits/], [['2.000635', '--commune', '3083'], 2, /--commune/], [['9.999999', '--commune', '30838'], 1, /no procedure "9.999999"/],
    [['2.000635', '--commune', '30838', '--portal', 'https://gateway.example/v1'], 2, /--portal is an origin/], [['2.000635', '--commune', '30838', '--portal', 'javascript:x'], 2, /--portal/], [['2.000635', '--commune', '30838', '--portal', 'https://*.example'], 2, /--portal is an origin/],
    [['2.000635', '--commune', '30838', '--at', 'motcua'], 2, /--at is a path/], [['2.000635', '--commune', '30838', '--at', '/"><script>/'], 2, /--at is a path/],
  ] as const)('answers %j with %i and what to write', async (args, exit, message) => {
    const answer = await motcua(['embed', ...args], REPOSITORY)
    expect(answer).toMatchObject({ exit, out: '', err: expect.stringMatching(message) })
  })
})
