import { bundleColumn, bundleProbe } from './bundle.ts'
import { COLUMNS } from './columns.ts'
import { launch } from './measure.ts'
import { serve } from './serve.ts'
const pages = new Map()
const cols = COLUMNS.filter((c) => c.name === 'ours' || c.name === 'html')
for (const c of cols) pages.set(c.name, (await bundleColumn(c)).page)
const server = await serve(pages)
const probe = await bundleProbe()
const browser = await launch()
for (const name of ['html', 'ours', 'html', 'ours']) {
  const context = await browser.newContext({ viewport: { width: 412, height: 915 } })
  const page = await context.newPage()
  const dt = await context.newCDPSession(page)
  await dt.send('Performance.enable', { timeDomain: 'timeTicks' })
  await page.addInitScript({ content: probe })
  await page.goto(`${server.origin}/${name}/?fields=10&rows=100`)
  await page.evaluate(() => (globalThis as any).probe.ready)
  await page.evaluate((at) => (globalThis as any).probe.focus(at), 'people.50.name')
  await dt.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const m = async () => Object.fromEntries((await dt.send('Performance.getMetrics')).metrics.map((x) => [x.name, x.value]))
  const a = await m()
  for (let i = 0; i < 16; i++) {
    await dt.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'x', code: 'KeyX', text: 'x', windowsVirtualKeyCode: 88 })
    await dt.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'x', code: 'KeyX', windowsVirtualKeyCode: 88 })
    await page.evaluate(() => (globalThis as any).probe.frames())
    await new Promise((r) => setTimeout(r, 50))
  }
  const b = await m()
  console.log(name, ['TaskDuration', 'ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration', 'LayoutCount', 'RecalcStyleCount'].map((k) => `${k} ${((b[k] - a[k]) * (k.endsWith('Count') ? 1 / 16 : 1000 / 16)).toFixed(1)}`).join(' · '))
  await context.close()
}
await browser.close(); server.close()
