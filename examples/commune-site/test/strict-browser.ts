import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import type { BrowserContext, Page } from 'playwright'

/** A cheap phone: 360 × 740 CSS pixels. */
const PHONE = { width: 360, height: 740 }
const SCREENSHOTS = fileURLToPath(new URL('../../../.artifacts/screenshots', import.meta.url))

export interface StrictBrowser {
  context: BrowserContext
  /** Keeps a full-page picture outside git, for a person to look at. */
  picture(page: Page, name: string): Promise<void>
  close(): Promise<void>
}

/** The system's Chromium with an empty profile in which third-party cookies are blocked. */
export async function openStrictBrowser(story: string): Promise<StrictBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'motcua-chromium-'))
  mkdirSync(join(profile, 'Default'))
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify({ profile: { cookie_controls_mode: 1, block_third_party_cookies: true } }))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-default-apps', '--disable-sync', '--no-first-run'],
    viewport: PHONE,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    acceptDownloads: true,
  })
  context.setDefaultTimeout(20_000)
  mkdirSync(join(SCREENSHOTS, story), { recursive: true })
  let count = 0
  return {
    context,
    async picture(page, name) {
      await page.screenshot({ path: join(SCREENSHOTS, story, `${String(++count).padStart(2, '0')}-${name}.png`), fullPage: true })
    },
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

/** Pixels by which a page is wider than its window: a phone must never scroll sideways. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
