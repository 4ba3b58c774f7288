import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium } from 'playwright'
import type { Browser, CDPSession, Page } from 'playwright'
import type { Probe } from './probe.ts'

export interface Cell {
  fields: number
  rows?: number
  /** The main thread is this many times slower. */
  cpu?: number
  slow3g?: boolean
  keys?: number
  send?: boolean
  addRow?: boolean
  heap?: boolean
  policy?: boolean
  axe?: boolean
}

export interface Reading {
  usableMs: number
  mountMs: number
  elements: number
  heapBytes?: number
  /** Main-thread time of one key, and of waiting just as long without one. */
  keyMs?: number
  idleMs?: number
  /** Until the frame after all errors stand there. */
  sendMs?: number
  /** Main-thread time of that, and of what is put off after it. */
  sendWorkMs?: number
  errors?: number
  /** Adding a row, mean of a few presses, the first one cold. */
  addRow?: {
    /** Until the frame after the row can be found. */
    foundMs: number
    /** Until it has been painted. */
    paintedMs: number
    /** Main-thread time. */
    workMs: number
  }
  violations?: string[]
  axe?: string[]
  /** What did not behave as a form should. */
  wrong: string[]
}

interface ProbedWindow { probe: Probe }
const SETTLE_MS = 50
const ROWS_ADDED = 5
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
  })
}

/** One fresh page with a cold cache, and everything that is measured on it. */
export async function measure(browser: Browser, address: string, probe: string, cell: Cell): Promise<Reading> {
  const context = await browser.newContext({ viewport: { width: 412, height: 915 } })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(90_000)
    const devtools = await context.newCDPSession(page)
    // What the main thread itself works, without what it waits while other programs run.
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
    await devtools.send('Network.enable')
    if (cell.slow3g) await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 })
    if (cell.cpu) await devtools.send('Emulation.setCPUThrottlingRate', { rate: cell.cpu })
    await page.addInitScript({ content: probe })
    const query = new URLSearchParams({ fields: String(cell.fields), rows: String(cell.rows ?? 0), ...(cell.policy && { policy: '1' }) })
    await page.goto(`${address}?${query}`, { waitUntil: 'commit' })
    const ready = await Promise.race([page.evaluate(() => (globalThis as unknown as ProbedWindow).probe.ready), sleep(cell.policy ? 8000 : 90_000)])
    if (!ready) return { usableMs: NaN, mountMs: NaN, elements: 0, wrong: ['does not render'], violations: await violationsOf(page) }
    const reading: Reading = { ...ready, elements: await page.evaluate(() => (globalThis as unknown as ProbedWindow).probe.elements()), wrong: [] }
    if (cell.heap) reading.heapBytes = await heapOf(devtools)
    if (cell.keys) await typeKeys(page, devtools, cell, cell.keys, reading)
    if (cell.addRow) reading.addRow = await addRows(page, devtools)
    if (cell.send) {
      const from = await taskSeconds(devtools)
      const sent = await page.evaluate(() => (globalThis as unknown as ProbedWindow).probe.send())
      await sleep(3 * SETTLE_MS)
      Object.assign(reading, { sendMs: sent.ms, sendWorkMs: (await taskSeconds(devtools) - from) * 1000, errors: sent.errors })
      // Eight of ten are required; one of them may have been typed in.
      if (sent.errors < cell.fields * 0.8 - 1 || sent.errors > cell.fields * 0.8) reading.wrong.push(`${sent.errors} errors of ${cell.fields * 0.8} after an empty submit`)
    }
    if (cell.policy) reading.violations = await violationsOf(page)
    if (cell.axe) {
      await page.evaluate(AXE)
      reading.axe = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: { run(root: Document): Promise<{ violations: Array<{ id: string; nodes: unknown[] }> }> } }
        return (await axe.run(document)).violations.map(({ id, nodes }) => `${id} ×${nodes.length}`)
      })
    }
    return reading
  } finally {
    await context.close()
  }
}

/** Types into a text field in the middle of the form. The windows touch each other: work that is put off counts too. */
async function typeKeys(page: Page, devtools: CDPSession, { fields, rows = 0 }: Cell, count: number, reading: Reading): Promise<void> {
  const path = rows > 0 ? `people.${Math.floor(rows / 2)}.name` : `q${10 * Math.floor(fields / 20)}`
  if (!await page.evaluate((at) => (globalThis as unknown as ProbedWindow).probe.focus(at), path)) { reading.wrong.push(`${path} takes no focus`); return }
  await page.keyboard.press('End')
  const answer = () => page.evaluate((at) => (globalThis as unknown as ProbedWindow).probe.answer(at), path)
  const before = await answer()
  const step = async (key: boolean): Promise<void> => {
    if (key) {
      await devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'x', code: 'KeyX', text: 'x', windowsVirtualKeyCode: 88 })
      await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'x', code: 'KeyX', windowsVirtualKeyCode: 88 })
    }
    await page.evaluate(() => (globalThis as unknown as ProbedWindow).probe.frames())
    await sleep(SETTLE_MS)
  }
  const steps = async (times: number, key: boolean): Promise<number> => {
    const from = await taskSeconds(devtools)
    for (let i = 0; i < times; i += 1) await step(key)
    if (key) await sleep(150)
    return (await taskSeconds(devtools) - from) * 1000 / times
  }
  await steps(2, true)
  await sleep(200)
  const idle = Math.min(await steps(3, false), await steps(3, false))
  reading.keyMs = await steps(count, true)
  reading.idleMs = idle
  const typed = await answer()
  if (typed !== before + 'x'.repeat(count + 2)) reading.wrong.push(`typing gave ${JSON.stringify(typed.slice(-20))}`)
}

/** Presses at odd moments of a frame, as a hand does. */
async function addRows(page: Page, devtools: CDPSession): Promise<NonNullable<Reading['addRow']>> {
  const sum = { foundMs: 0, paintedMs: 0 }
  const from = await taskSeconds(devtools)
  for (let i = 0; i < ROWS_ADDED; i += 1) {
    const { foundMs, paintedMs } = await page.evaluate(() => (globalThis as unknown as ProbedWindow).probe.addRow())
    sum.foundMs += foundMs
    sum.paintedMs += paintedMs
    await sleep(SETTLE_MS)
  }
  return { foundMs: sum.foundMs / ROWS_ADDED, paintedMs: sum.paintedMs / ROWS_ADDED, workMs: (await taskSeconds(devtools) - from) * 1000 / ROWS_ADDED }
}

async function taskSeconds(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
}

async function heapOf(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage')
  await sleep(50)
  await devtools.send('HeapProfiler.collectGarbage')
  return (await devtools.send('Runtime.getHeapUsage')).usedSize
}

function violationsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as ProbedWindow).probe.violations)
}
