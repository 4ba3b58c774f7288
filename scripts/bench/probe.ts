import type { FormHandle } from './handle.ts'

/** Put on every page from outside, so that it costs no network time and is the same for all columns. */

interface Started { handle: FormHandle; paths: string[]; rows: number }
/** What the driver calls. */
export interface Probe {
  ready: Promise<{ usableMs: number; mountMs: number }>
  violations: string[]
  focus(path: string): boolean
  answer(path: string): string
  frames(): Promise<void>
  send(): Promise<{ ms: number; errors: number }>
  addRow(): Promise<{ foundMs: number; paintedMs: number }>
  elements(): number
}

const scope = globalThis as { benchForm?: Started; probe?: Probe }
const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve) })
const frames = async (): Promise<void> => { await frame(); await frame() }
const shown = (path: string): HTMLElement | undefined => {
  const control = started().handle.control(path)
  return control?.isConnected && control.checkVisibility() ? control : undefined
}

function started(): Started {
  if (!scope.benchForm) throw new TypeError('The form has not started.')
  return scope.benchForm
}

function focused(): Element | null {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active
}

/** Every control is there and visible, the first one takes focus, and the main thread is free again. */
async function ready(): Promise<{ usableMs: number; mountMs: number }> {
  for (;;) {
    await frame()
    if (!scope.benchForm) continue
    const { paths } = scope.benchForm
    const [first = ''] = paths
    if (!shown(paths.at(-1) ?? first) || !shown(first)) continue
    shown(first)?.focus()
    if (focused() !== shown(first)) continue
    await frames()
    const now = performance.now()
    if (new Set(paths.map(shown)).size !== paths.length) continue
    return { usableMs: now, mountMs: now - (performance.getEntriesByName('mount')[0]?.startTime ?? 0) }
  }
}

function countElements(root: Document | ShadowRoot): number {
  let count = 0
  for (const element of root.querySelectorAll('*')) count += 1 + (element.shadowRoot ? countElements(element.shadowRoot) : 0)
  return count
}

const violations: string[] = []
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => { violations.push(`${effectiveDirective} ${blockedURI}`) })

scope.probe = {
  ready: ready(), violations, frames,
  focus(path) {
    const control = shown(path)
    control?.focus()
    return control !== undefined && focused() === control
  },
  answer(path) {
    let at: unknown = started().handle.answers()
    for (const key of path.split('.')) at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined
    return typeof at === 'string' ? at : ''
  },
  // A task of its own: code that the driver runs directly is let off the ban on eval.
  send: () => new Promise((resolve) => {
    setTimeout(async () => {
      const from = performance.now()
      const errors = await started().handle.send()
      await frames()
      resolve({ ms: performance.now() - from, errors })
    })
  }),
  async addRow() {
    const from = performance.now()
    const form = started()
    const path = `people.${form.rows}.name`
    form.rows += 1
    form.handle.addRow()
    while (!shown(path)) await frame()
    await frame()
    const foundMs = performance.now() - from
    // One more, until it has been painted: layout and paint that a form leaves to the next frame are its price too.
    await frame()
    return { foundMs, paintedMs: performance.now() - from }
  },
  elements: () => countElements(document),
}
