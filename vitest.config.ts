import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import { defaultClientConditions, defaultServerConditions } from 'vite'

const SOURCE = '@motcua/source'

/** Real Chromium from the system (`npm run setup:system`); nothing is downloaded. */
const chromium = (name: string) => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking',
        '--disable-component-update', '--disable-default-apps', '--disable-sync', '--no-first-run',
      ],
    },
  }),
  instances: [{ browser: 'chromium' as const, name }],
})

// Tests import the sources of sibling packages, not their builds.
const fromSources = {
  resolve: { conditions: [SOURCE, ...defaultClientConditions] },
  ssr: { resolve: { conditions: [SOURCE, ...defaultServerConditions], externalConditions: [SOURCE] } },
}

const BROWSER = '**/*.browser.test.ts'
/** What must see modules arrive, or changes what a library looks for when it is loaded: a process or a page of its own. All others share one. */
const FRESH = '**/*.fresh.*'
interface Which { include: string[]; exclude?: string[]; isolate?: boolean }

const node = (name: string, { include, exclude = [], isolate = true }: Which) => ({
  extends: true as const,
  test: { name, include, exclude: [...exclude, '**/node_modules/**'], isolate, testTimeout: process.env.MOTCUA_CONFORMANCE === 'full' ? 180_000 : 30_000, hookTimeout: 60_000 },
})

const browser = (name: string, { include, exclude = [], isolate = true }: Which) => ({
  extends: true as const,
  test: {
    name, include, exclude: [...exclude, '**/node_modules/**'], isolate, browser: chromium(name), testTimeout: 60_000,
    // Every browser test runs under the strict policy, and fails when something is reported.
    setupFiles: ['packages/eforms/src/testing/enforce-policy.ts'],
    // A browser sees no environment but this.
    env: { MOTCUA_CONFORMANCE: process.env.MOTCUA_CONFORMANCE ?? '' },
  },
})

/** Every story with its `play`, its looks and axe, in one language. */
const stories = (name: string, locale: 'vi' | 'en') => ({
  extends: true as const,
  plugins: [storybookTest({ configDir: 'packages/eforms/.storybook' })],
  test: { name, isolate: false, browser: chromium(name), testTimeout: 60_000, env: { MOTCUA_CONFORMANCE: process.env.MOTCUA_CONFORMANCE ?? '', MOTCUA_STORIES_LOCALE: locale } },
})

export default defineConfig({
  ...fromSources,
  test: {
    // Both cores: the browser waits for its driver half of the time.
    maxWorkers: 2,
    // A slow machine is no failure: what is waited for here has other bounds.
    expect: { poll: { timeout: 5_000 } },
    projects: [
      node('node', { include: ['packages/*/src/**/*.test.ts', 'packages/*/test/**/*.test.ts', 'scripts/**/*.test.ts'], exclude: [BROWSER, FRESH], isolate: false }),
      node('node-fresh', { include: ['packages/*/src/**/*.fresh.test.ts'] }),
      browser('browser', { include: [`packages/*/src/${BROWSER}`], exclude: [FRESH], isolate: false }),
      browser('browser-fresh', { include: ['packages/*/src/**/*.fresh.browser.test.ts'] }),
      stories('stories', 'vi'),
      ...(process.env.MOTCUA_CONFORMANCE === 'full' ? [stories('stories-en', 'en')] : []),
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['examples/*/test/**/*.e2e.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          globalSetup: ['examples/commune-site/test/build-kit.ts'],
          // Each has a sandbox and a browser of its own, and mostly waits.
          maxWorkers: 3,
        },
      },
    ],
  },
})
