import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import '../define.ts'
import { expectAccessible, field, mountEform, press, rootOf } from '../testing/harness.ts'
import { FixturePortal, fixtureServices } from '../testing/services.ts'

afterEach(async () => {
  document.body.replaceChildren()
  document.documentElement.dir = ''
  document.adoptedStyleSheets = []
  await page.viewport(414, 896)
})

/** Elements that stick out of the page, and controls too small for a finger. */
function faults(element: Element): string[] {
  const found: string[] = []
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth > clientWidth) found.push(`page is ${scrollWidth} wide in ${clientWidth}`)
  for (const control of rootOf(element).querySelectorAll<HTMLElement>('button, input:not([type="radio"], [type="checkbox"], [type="file"]), select, textarea, .choice')) {
    const { height, width } = control.getBoundingClientRect()
    if (width > 0 && height < 43.5 && !control.closest('.row')) found.push(`${control.outerHTML.slice(0, 80)} is ${height} high`)
  }
  return found
}

function hostStyle(css: string): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets = [sheet]
}

describe.each([[320, 'ltr'], [360, 'ltr'], [360, 'rtl'], [1280, 'ltr']] as const)('at %i px, %s', (width, dir) => {
  it('fits the page and the finger, with errors on show', async () => {
    await page.viewport(width, 700)
    document.documentElement.dir = dir
    const element = mountEform({ portal: new FixturePortal() })
    await expect.element(page.getByRole('button', { name: 'Bắt đầu' })).toBeVisible()
    expect(faults(element)).toEqual([])
    await press('Bắt đầu')
    await field('Số điện thoại').fill('0912345678')
    await press('Tiếp tục')
    await field('Cho người khác').click()
    await press('Tiếp tục')
    await expect.element(page.getByRole('alert')).toBeVisible()
    expect(faults(element)).toEqual([])
    await expectAccessible(element)
  })
})

describe('verification', () => {
  it('fits 320 px with the native file input', async () => {
    await page.viewport(320, 700)
    const element = Object.assign(document.createElement('motcua-verify'), { services: fixtureServices({ portal: new FixturePortal({ signedIn: false }) }) })
    document.body.append(element)
    await expect.element(page.getByLabelText('Chọn tệp')).toBeVisible()
    expect(faults(element)).toEqual([])
  })
})

describe('the error summary of a long page', () => {
  it('is in sight at 360 × 740 after Continue, however far down the button is', async () => {
    await page.viewport(360, 740)
    hostStyle('html { font-size: 200%; scroll-behavior: smooth } body { font-size: 1rem }')
    const long = document.createElement('div')
    const element = mountEform()
    long.append(...Array.from({ length: 60 }, () => Object.assign(document.createElement('p'), { textContent: 'Trang xã' })))
    document.body.prepend(long)
    document.body.append(long.cloneNode(true))
    await press('Bắt đầu')
    await expect.element(field('Số điện thoại')).toBeInTheDocument()
    rootOf(element).querySelector('[part="continue"]')?.scrollIntoView({ block: 'start', behavior: 'instant' })
    expect(rootOf(element).getElementById('heading')?.getBoundingClientRect().bottom).toBeLessThan(0)
    await press('Tiếp tục')
    await expect.poll(() => rootOf(element).activeElement?.id).toBe('summary')
    // At once, where the page likes to glide: nobody has to watch every answer fly past.
    const top = rootOf(element).getElementById('summary')?.getBoundingClientRect().top ?? -1
    expect(top).toBeGreaterThanOrEqual(0)
    expect(top).toBeLessThan(innerHeight / 2)
  })
})

describe('on a page that styles everything', () => {
  it.each([
    ['a reset with !important', '* { all: unset !important; } label { display: none !important; } input { inline-size: 9px !important; }'],
    ['rem of 10 px and capitals', 'html { font-size: 10px; } body { text-transform: uppercase; letter-spacing: 1em; font: 8px serif; }'],
  ])('looks the same under %s', async (_name, css) => {
    const before = await measured()
    hostStyle(css)
    expect(await measured()).toEqual(before)
  })
})

/** A few computed values of the first page. */
async function measured(): Promise<string[]> {
  document.body.replaceChildren()
  const element = mountEform()
  await press('Bắt đầu')
  await expect.element(field('Số điện thoại')).toBeInTheDocument()
  return [...rootOf(element).querySelectorAll('label, input, legend, button, h2')].map((node) => {
    const { font, display, letterSpacing, textTransform, color, minBlockSize } = getComputedStyle(node)
    return `${node.localName} ${font} ${display} ${letterSpacing} ${textTransform} ${color} ${minBlockSize}`
  })
}
