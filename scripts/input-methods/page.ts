import '../../packages/eforms/src/define.ts'
import { mountForm } from '../../packages/eforms/src/form/mount-form.ts'
import { boxOf, caretOf, typingDefinition } from '../../packages/eforms/src/input-methods/text-fields.ts'
import { watchControl } from '../../packages/eforms/src/input-methods/watch-control.ts'
import type { TextBox, Watch } from '../../packages/eforms/src/input-methods/watch-control.ts'
import { FIXTURE_PLACES } from '../../packages/eforms/src/testing/definition.ts'

/**
 * Runs in the page. A place to type is `plain`, a text box of the browser's own; `form` with a pointer, a field of a form; or
 * `alone` with a kind, an element of ours in somebody's form. Each of the three stands in a form that Enter sends.
 */
export interface Place { where: 'plain' | 'plain-area' | 'form' | 'alone'; at?: string; part?: string }

/** What is to be seen of a place. */
export interface Sight {
  text: string
  caret: number | null
  hasFocus: boolean
  answer: unknown
  isInvalid: boolean
  /** Options of an open list. */
  options: number
  rewrites: readonly string[]
  events: readonly string[]
  /** How often the page was sent, and what was answered then. */
  sent: ReadonlyArray<unknown>
  faults: readonly string[]
}

interface Spot { box: TextBox; watch: Watch; answer: () => unknown; root: Document | ShadowRoot; leave: () => void }

const faults: string[] = []
addEventListener('securitypolicyviolation', (event) => { faults.push(`policy: ${event.effectiveDirective} ${event.blockedURI}`) }, true)
addEventListener('error', (event) => { faults.push(`error: ${event.message}`) })
addEventListener('unhandledrejection', (event) => { faults.push(`rejection: ${String(event.reason)}`) })

let spot: Spot | undefined
let sent: unknown[] = []

/** Clears the page and puts the caret into the one place. */
async function begin(place: Place): Promise<void> {
  spot?.watch.stop()
  spot?.leave()
  document.body.replaceChildren()
  sent = []
  const found = place.where === 'form' ? await inForm(place) : place.where === 'alone' ? await alone(place) : plain(place)
  spot = { ...found, watch: watchControl(found.box) }
  found.box.focus()
}

async function inForm({ at = '', part }: Place): Promise<Omit<Spot, 'watch'>> {
  const host = document.body.appendChild(document.createElement('div'))
  const { form, root, dispose } = mountForm(host, typingDefinition(), { loadPlaces: async () => FIXTURE_PLACES })
  const answer = (): unknown => form.field(at).value.peek()
  root.addEventListener('submit', () => { sent.push(answer()) }, true)
  await ready(() => root.querySelector('input:disabled') === null && root.querySelectorAll('[role=combobox]').length > 1)
  const box = boxOf(root, at, part)
  box.scrollIntoView({ block: 'center' })
  return { box, answer, root, leave: dispose }
}

async function alone({ at = '' }: Place): Promise<Omit<Spot, 'watch'>> {
  const page = ownForm()
  const element = page.appendChild(document.createElement(`motcua-${at}-field`))
  for (const [name, value] of [['label', 'Thử'], ['name', 'test']] as const) element.setAttribute(name, value)
  page.append(document.createElement('button'))
  const find = (): TextBox | null | undefined => element.shadowRoot?.querySelector<TextBox>('input:enabled, textarea:enabled')
  await ready(() => Boolean(find()))
  const box = find()
  if (!box || !element.shadowRoot) throw new TypeError('no text box')
  return { box, answer: () => Reflect.get(element, 'answer'), root: element.shadowRoot, leave: () => undefined }
}

function plain({ where }: Place): Omit<Spot, 'watch'> {
  const page = ownForm()
  const box = page.appendChild(document.createElement(where === 'plain' ? 'input' : 'textarea'))
  page.append(document.createElement('button'))
  return { box, answer: () => box.value, root: document, leave: () => undefined }
}

function ownForm(): HTMLFormElement {
  const page = document.body.appendChild(document.createElement('form'))
  page.addEventListener('submit', (event) => {
    event.preventDefault()
    sent.push(new FormData(page).get('test') ?? spot?.answer())
  })
  return page
}

function look(): Sight {
  if (!spot) throw new TypeError('nothing has begun')
  const { box, watch, answer, root } = spot
  return {
    text: box.value, caret: caretOf(box), hasFocus: root.activeElement === box, answer: answer() ?? null, isInvalid: box.hasAttribute('aria-invalid'),
    options: root.querySelectorAll('[role=option]').length, rewrites: watch.rewrites, events: watch.events, sent, faults,
  }
}

async function ready(is: () => boolean): Promise<void> {
  for (const end = Date.now() + 10_000; !is(); await new Promise((resolve) => { setTimeout(resolve, 20) })) if (Date.now() > end) throw new Error('did not get ready')
}

export interface Tester { begin: typeof begin; look: typeof look }
const tester: Tester = { begin, look }
Object.assign(globalThis, { tester })
