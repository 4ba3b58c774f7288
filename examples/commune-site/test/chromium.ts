import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import type { BrowserContext, Page } from 'playwright'

const ROOT = new URL('../../../', import.meta.url).pathname
const SCREENS = join(ROOT, '.artifacts/screens')

export interface TestBrowser {
  context: BrowserContext
  /** A new tab of a telephone's size. */
  open(): Promise<Page>
  /** What pages complained of: uncaught errors and messages of the security policy. */
  complaints: string[]
  /** Requests to another site that carried a cookie. There must be none: the bearer is the only credential. */
  cookiesAcrossSites: string[]
  /** Keeps a picture outside version control. */
  picture(page: Page, name: string): Promise<void>
  close(): Promise<void>
}

export interface TestBrowserOptions {
  /** `allowed` exists for the control that shows the blocking is real. @default 'blocked' */
  thirdPartyCookies?: 'blocked' | 'allowed'
}

/** Chromium of the system at 360 px, in Vietnamese, with third-party cookies blocked. */
export async function openChromium(story: string, { thirdPartyCookies = 'blocked' }: TestBrowserOptions = {}): Promise<TestBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'motcua-chromium-'))
  await mkdir(join(profile, 'Default'))
  await writeFile(join(profile, 'Default/Preferences'), JSON.stringify({ profile: { cookie_controls_mode: thirdPartyCookies === 'blocked' ? 1 : 0 } }))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-default-apps', '--disable-sync', '--no-first-run'],
    viewport: { width: 360, height: 740 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    acceptDownloads: true,
  })
  context.setDefaultTimeout(15_000)
  const complaints: string[] = []
  const cookiesAcrossSites: string[] = []
  context.on('weberror', (error) => { complaints.push(error.error().message) })
  context.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|TrustedHTML|Trusted Type/i.test(message.text())) complaints.push(message.text())
  })
  context.on('request', (request) => {
    if (request.isNavigationRequest()) return
    void request.allHeaders().then(({ cookie, origin }) => {
      if (cookie !== undefined && origin !== undefined && new URL(request.url()).origin !== origin) cookiesAcrossSites.push(`${origin} → ${request.url()}`)
    }, () => undefined)
  })
  await mkdir(join(SCREENS, story), { recursive: true })
  let pictures = 0
  return {
    context, complaints, cookiesAcrossSites,
    open: () => context.newPage(),
    picture: async (page, name) => {
      pictures += 1
      await page.screenshot({ path: join(SCREENS, story, `${String(pictures).padStart(2, '0')}-${name}.png`), fullPage: true })
    },
    close: async () => {
      await context.close()
      await rm(profile, { recursive: true, force: true })
    },
  }
}

/** Whether a page may set a cookie at the top, and inside a frame of another site. */
export async function tryCookies(context: BrowserContext): Promise<{ atTop: boolean; inFrame: boolean }> {
  const page = await context.newPage()
  const script = '<script>document.cookie="probe=1; SameSite=None; Secure"; document.title=document.cookie</script>'
  await page.route('http://inner.localhost/**', (route) => route.fulfill({ contentType: 'text/html', body: script }))
  await page.route('http://outer.localhost/**', (route) => route.fulfill({ contentType: 'text/html', body: '<iframe src="http://inner.localhost/framed"></iframe>' }))
  const readTitle = async (url: string, frameUrl: string): Promise<boolean> => {
    await page.goto(url)
    const frame = page.frames().find((known) => known.url() === frameUrl)
    return (await frame?.title() ?? '').includes('probe=1')
  }
  const inFrame = await readTitle('http://outer.localhost/', 'http://inner.localhost/framed')
  const atTop = await readTitle('http://inner.localhost/top', 'http://inner.localhost/top')
  await page.close()
  return { atTop, inFrame }
}
