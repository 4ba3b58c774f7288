import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { request, type RequestOptions } from 'node:http'
import path from 'node:path'
import { chromium } from 'playwright'
import { beforeAll, describe, expect, it } from 'vitest'
import { applyDiff, blocksOf, wordsOf } from './guide.ts'
import { BIN, motcua, REPOSITORY, schemasIn, temporaryFolder } from './harness.ts'

const GUIDE = blocksOf(path.join(REPOSITORY, 'docs/guides/add-a-procedure.md'))
const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const folder = temporaryFolder('afternoon')
const version = path.join(schemasIn(folder), 'procedures/public-hall/2026-11-21')
const NODE = [process.execPath, '--conditions=@motcua/source', BIN] as const

/** Runs one line of the guide as a newcomer would, `npx motcua` being this program. */
function runLine(line: string): ReturnType<typeof motcua> {
  const [npx, command, ...args] = wordsOf(line)
  expect([npx, command]).toEqual(['npx', 'motcua'])
  return motcua(args, folder)
}

/** Starts `motcua preview` and gives its address. */
async function startPreview(args: readonly string[]): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(NODE[0], [...NODE.slice(1), ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (text: string): void => {
      said += text
      const [found] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said) ?? []
      if (found !== undefined) resolve(found)
    }
    child.stdout.setEncoding('utf8').on('data', hear)
    child.stderr.setEncoding('utf8').on('data', hear)
    child.on('exit', () => { reject(new Error(`motcua preview ended: ${said}`)) })
  })
  return { child, url }
}

/** Status of a request as it stands: `fetch` would tidy up host and path. */
function statusOf(url: string, options: RequestOptions): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, options, (response) => { resolve(response.resume().statusCode) }).on('error', reject).end()
  })
}

describe('"Add a procedure in an afternoon", followed to the letter', () => {
  // In a project of one's own the build comes with the installed package.
  beforeAll(() => {
    const eforms = path.join(REPOSITORY, 'packages/eforms')
    if (!existsSync(path.join(eforms, 'dist/browser/motcua.single.js'))) spawnSync(NODE[0], [NODE[1], 'build-browser.ts'], { cwd: eforms, stdio: 'inherit' })
  }, 60_000)

  it('scaffolds, edits JSON only, checks, validates and generates', async () => {
    for (const { language, about, text } of GUIDE) {
      if (language === 'diff') {
        const file = path.join(version, about)
        writeFileSync(file, applyDiff(readFileSync(file, 'utf8'), text))
      } else if (language === 'sh' && about !== 'preview') {
        for (const line of text.trim().split('\n')) {
          const { exit, out, err } = await runLine(line)
          expect({ line, exit, err: about === 'fails' ? '' : err }).toEqual({ line, exit: about === 'fails' ? 1 : 0, err: '' })
          if (about === 'fails') expect(err).toMatch(/\n9 blanks to fill\.$/)
          else expect(out).not.toBe('')
        }
      } else if (language === 'ts') {
        mkdirSync(path.join(folder, path.dirname(about)), { recursive: true })
        writeFileSync(path.join(folder, about), text)
      }
    }
    expect(existsSync(path.join(folder, 'src/procedures/procedures/public-hall.ts'))).toBe(true)
  }, 120_000)

  it('gives types that hold and catch mistakes', () => {
    mkdirSync(path.join(folder, 'node_modules/@motcua'), { recursive: true })
    symlinkSync(path.join(REPOSITORY, 'packages/schemas'), path.join(folder, 'node_modules/@motcua/schemas'))
    symlinkSync(path.join(REPOSITORY, 'packages/schemas/node_modules/zod'), path.join(folder, 'node_modules/zod'))
    const compile = (): { status: number | null; stdout: string } => spawnSync(process.execPath, [path.join(REPOSITORY, 'node_modules/typescript-7/bin/tsc'), '-p', folder], { cwd: folder, encoding: 'utf8' })
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({
      compilerOptions: {
        target: 'ES2022', module: 'ESNext', moduleResolution: 'Bundler', lib: ['ES2023', 'DOM'], types: [], strict: true, noEmit: true, skipLibCheck: true,
        // The packages are not built here: their sources stand for them.
        customConditions: ['@motcua/source'], allowImportingTsExtensions: true,
      },
      include: ['src/**/*.ts'],
    }))
    expect(compile()).toMatchObject({ status: 0, stdout: '' })
    writeFileSync(path.join(folder, 'src/mistake.ts'), "import type { PublicHallAnswers } from './procedures/procedures/public-hall.js'\nexport const purpose: PublicHallAnswers['purpose'] = 'concert'\n")
    expect(compile().stdout).toMatch(/src\/mistake\.ts\(2,14\): error TS2322: Type '"concert"' is not assignable/)
  }, 120_000)

  it('opens in the browser under a strict policy, follows its JSON, shows mistakes, and stops when told', async ({ skip }) => {
    skip(!existsSync(CHROMIUM), `there is no Chromium at ${CHROMIUM}: npm run setup:system`)
    const line = GUIDE.find(({ about }) => about === 'preview')?.text.trim() ?? ''
    const { child, url } = await startPreview(wordsOf(line).slice(2))
    const stopped = new Promise<number | null>((resolve) => { child.on('exit', resolve) })
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'] })
    try {
      const page = await browser.newPage()
      const complaints: string[] = []
      const requests: string[] = []
      page.on('console', (message) => { if (message.type() === 'error' || /Content Security Policy/.test(message.text())) complaints.push(message.text()) })
      page.on('pageerror', (error) => { complaints.push(error.message) })
      page.on('request', (request) => { requests.push(new URL(request.url()).host) })
      await page.goto(url)
      await page.getByRole('heading', { name: 'Mượn nhà văn hóa' }).waitFor()
      expect(await page.locator('motcua-eform').textContent()).toContain('The form is loading')
      expect(complaints.filter((text) => !text.includes('favicon'))).toEqual([])
      expect(new Set(requests)).toEqual(new Set([new URL(url).host]))

      await page.getByRole('button', { name: 'Bắt đầu', exact: true }).click()
      const next = (): Promise<void> => page.getByRole('button', { name: 'Tiếp tục' }).click()
      await page.getByLabel('Họ, chữ đệm, tên người yêu cầu').fill('Nguyễn Thị Lan')
      for (const [part, value] of [['Ngày', '12'], ['Tháng', '4'], ['Năm', '1958']] as const) await page.getByLabel(part, { exact: true }).fill(value)
      await page.getByLabel('Số định danh cá nhân', { exact: true }).fill('091158000123')
      await page.getByLabel('Số điện thoại').fill('0912345678')
      await next()
      await page.getByRole('heading', { name: 'Nơi cư trú của bạn' }).waitFor()
      await page.getByLabel('Tỉnh/Thành phố').selectOption({ label: 'An Giang' })
      await page.getByRole('combobox', { name: 'Xã/Phường/Đặc khu' }).fill('my thuan')
      await page.getByRole('option', { name: /Mỹ Thuận/ }).first().click()
      await next()
      // What the guide added: a question, another that depends on it, words, and a rule.
      await page.getByRole('heading', { name: 'Bạn mượn nhà văn hóa để làm gì?' }).waitFor()
      expect(await page.getByLabel('Việc cụ thể').count()).toBe(0)
      await page.getByRole('radio', { name: 'Việc khác' }).check()
      await page.getByLabel('Việc cụ thể').fill('Sinh hoạt câu lạc bộ')
      await next()
      for (const [part, value] of [['Ngày', '1'], ['Tháng', '1'], ['Năm', '2020']] as const) await page.getByLabel(part, { exact: true }).fill(value)
      await page.getByLabel('Số khách').fill('30')
      await next()
      await page.getByText('Ngày mượn không thể đã qua.').first().waitFor()
      expect(complaints.filter((text) => !text.includes('favicon'))).toEqual([])

      const words = path.join(version, 'procedure.json')
      const text = readFileSync(words, 'utf8')
      writeFileSync(words, text.replace('"vi": "Mượn nhà văn hóa"', '"vi": "Mượn hội trường xã"'))
      await page.getByRole('heading', { name: 'Mượn hội trường xã' }).waitFor()

      writeFileSync(words, '{')
      await page.getByRole('heading', { name: '1 mistake in public-hall' }).waitFor()
      expect(await page.locator('pre').textContent()).toMatch(/procedure\.json:1 [^]*This is not JSON/)
      writeFileSync(words, text)
      await page.getByRole('heading', { name: 'Mượn nhà văn hóa' }).waitFor()

      expect(await statusOf(url, { headers: { host: 'evil.example' } })).toBe(421)
      expect(await statusOf(url, { path: '/../../package.json' })).toBe(404)
      expect((await fetch(url, { method: 'POST' })).status).toBe(405)
    } finally {
      await browser.close()
      child.kill('SIGINT')
    }
    expect(await stopped).toBe(0)
  }, 120_000)
})
