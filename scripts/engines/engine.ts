import type { FormPage, Target } from '../../packages/eforms/src/form-tester/form-page.ts'

/** A name, or a pattern of one, as JSON. */
export type WireName = string | { source: string; flags: string }
/** A {@link Target} as JSON. */
export interface WireTarget { role: string; name?: WireName; groups: Array<{ name: WireName; index: number }> }

/** A browser with one page, driven by its own protocol. `E` is what the protocol calls an element. */
export interface Engine<E> {
  readonly name: string
  readonly version: string
  open(address: string): Promise<void>
  /** Runs the body of a function in the page. */
  run(body: string, ...args: Array<unknown>): Promise<unknown>
  /** As `run`, for a body that returns an element; nothing when it returns none. */
  element(body: string): Promise<E | undefined>
  /** Moves the pointer there and presses. */
  click(element: E): Promise<void>
  /** Key by key, into what has focus. */
  keys(text: string, element: E): Promise<void>
  /** Runs the body of a function on an element, which is its first argument. */
  on(element: E, body: string, ...args: Array<unknown>): Promise<unknown>
  screenshot(): Promise<Uint8Array>
  close(): Promise<void>
}

const PATIENCE_MS = 5000

/** What the form tester asks for, by real clicks and keys of an engine. Lists are chosen by their events: their pop-ups are the system's. */
export function enginePage<E>(engine: Engine<E>): FormPage {
  const find = async (target: Target): Promise<E> => {
    for (const until = Date.now() + PATIENCE_MS; ;) {
      const found = await engine.element(`return findAll(${wire(target)})[${target.index ?? 0}] ?? null`)
      if (found !== undefined) return found
      if (Date.now() > until) throw new Error(`Expected a ${target.role} on the page: ${wire(target)}`)
    }
  }
  return {
    count: async (target) => Number(await engine.run(`return findAll(${wire(target)}).length`)),
    async click(target) {
      const control = await find(target)
      await engine.on(control, "arguments[0].scrollIntoView({ block: 'center' })")
      await engine.click(control)
    },
    async type(target, text) {
      const box = await find(target)
      await engine.on(box, "arguments[0].focus(); arguments[0].select(); document.execCommand('delete')")
      if (text !== '') await engine.keys(text, box)
    },
    async select(target, option) {
      await engine.on(await find(target), `const [list, text] = arguments
        list.focus()
        list.selectedIndex = text === '' ? 0 : [...list.options].findIndex((one) => one.text.trim() === text)
        for (const type of ['input', 'change']) list.dispatchEvent(new Event(type, { bubbles: true, composed: true }))`, option)
    },
    attach: () => Promise.reject(new Error('Files are not attached here.')),
    texts: async (role) => await engine.run(`return textsOf(${JSON.stringify(role)})`) as string[],
  }
}

function wire({ role, name, within = [] }: Target): string {
  const nameOf = (one: string | RegExp): WireName => (typeof one === 'string' ? one : { source: one.source, flags: one.flags })
  const target: WireTarget = {
    role, ...(name !== undefined && { name: nameOf(name) }),
    groups: within.map((group) => (typeof group === 'string' ? { name: group, index: 0 } : { name: nameOf(group.name), index: group.index })),
  }
  return JSON.stringify(target)
}
