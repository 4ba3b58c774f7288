import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from '../workspace.ts'
import type { InputMethod } from './methods.ts'
import { typeAt } from './try-case.ts'
import type { Seat } from './try-case.ts'

/** Beside the traces that the tests play: which of these are worth keeping, and what they show, a person says. */
const RECORDED = join(ROOT, '.artifacts/input-methods/traces.json')
/** A word with its blank, capitals, a letter taken back, and the keys that end a word. */
const KEYS = {
  telex: { 'Vieetj Nam ': 'Việt Nam ', DDuwcs: 'Đức', 'thuw{BackSpace}a ': 'tha ', 'Myx{Return}': 'Mỹ', 'hoaf{Tab}': 'hòa' },
  vni: { 'Vie65t Nam ': 'Việt Nam ', D9u7c1: 'Đức', 'thu7{BackSpace}a ': 'tha ', 'My4{Return}': 'Mỹ', 'hoa2{Tab}': 'hòa' },
} as const
/** Slow enough that every key is done with before the next: what two keys do in one is an accident of the machine. */
const KEY_MS = 220

interface Written { name: string; tool?: string; basis?: string; pressed?: string; steps?: readonly string[]; [key: string]: unknown }

/** Begins anew. */
export function forgetRecordings(): void {
  mkdirSync(dirname(RECORDED), { recursive: true })
  write([])
}

/** Types into a box of the browser's own and writes down what reached it. What two methods do alike is one trace with both their names. */
export async function recordTraces({ desk, browser }: Seat, { method, version }: { method: InputMethod; version: string }): Promise<void> {
  desk.keyMs = KEY_MS
  const traces = read()
  for (const [pressed, word] of Object.entries(KEYS[method.keys])) {
    const { text, events } = await typeAt({ desk, browser }, { where: 'plain' }, pressed, () => true)
    if (text !== word) {
      console.log(`  ${version} in ${browser.name}: ${pressed} gives ${JSON.stringify(text)}: not recorded`)
      continue
    }
    const steps = stepsOf(events)
    const tool = `${version} in ${browser.name} ${browser.version}`
    const alike = traces.find((one) => one.pressed === pressed && String(writing(one.steps ?? [])) === String(writing(steps)))
    if (!alike) traces.push({ name: `${method.name} in ${browser.name}: ${pressed.trim()}`, tool, source: `npm run input-methods -- --record, ${new Date().toISOString().slice(0, 10)}`, basis: 'recorded', pressed, steps, ...(browser.name === 'Chromium' && { events: textEvents(events) }), value: text })
    else if (!alike.tool?.includes(tool)) alike.tool = `${alike.tool ?? ''}; ${tool}`
    console.log(`  ${tool}: ${pressed} gives ${JSON.stringify(text)}${alike ? `, like ${alike.name}` : ''}`)
  }
  write(traces)
}

/** Without the keys that the method has swallowed: whether the page hears of them before the text or after is an accident of the moment. */
function writing(steps: readonly string[]): string[] { return steps.filter((step) => !step.startsWith('process')) }

function read(): Written[] { return JSON.parse(readFileSync(RECORDED, 'utf8')) as Written[] }

function write(traces: readonly Written[]): void {
  const line = ([key, value]: [string, unknown]): string => `    ${JSON.stringify(key)}: ${Array.isArray(value) ? `[${value.map((one) => JSON.stringify(one)).join(', ')}]` : JSON.stringify(value)}`
  writeFileSync(RECORDED, `[\n${traces.map((trace) => `  {\n${Object.entries(trace).map(line).join(',\n')}\n  }`).join(',\n')}\n]\n`)
}

/** What changed the text. Where `compositionupdate` stands depends on the version of Chromium. */
function textEvents(events: readonly string[]): string[] { return events.filter((event) => /^(?:input|compositionstart|compositionend) /.test(event)) }

/** The acts that give these events again. */
export function stepsOf(events: readonly string[]): string[] {
  const steps: string[] = []
  let pressed = ''
  let isComposing = false
  for (const event of events) {
    const [, type = '', rest = ''] = /^(\S+) ?([^]*)$/.exec(event) ?? []
    const [, inputType = '', said = ''] = /^(\S+) ?([^]*)$/.exec(rest) ?? []
    // A text that is taken away says nothing.
    const data = said || '""'
    if (type === 'keydown') {
      if (rest.endsWith(' 229')) steps.push(`process ${rest.slice(0, -4)}`)
      // Keys that write are told by what they wrote; those that leave the box are no part of what is written.
      else if ([...rest].length === 1) pressed = rest
    } else if (type === 'compositionstart') isComposing = true
    else if (type === 'compositionend') {
      isComposing = false
      const text = String(JSON.parse(rest))
      // The last text of a composition comes once more when it ends.
      if (text !== '' && steps.at(-1) === `compose ${text}`) steps[steps.length - 1] = `commit ${text}`
    } else if (type === 'input' && inputType === 'insertCompositionText' && isComposing) steps.push(`compose ${String(JSON.parse(data))}`)
    else if (type === 'input' && inputType === 'insertText') {
      const text = String(JSON.parse(data))
      steps.push(text === pressed ? `key ${text}` : `commit ${text}`)
      pressed = ''
    } else if (type === 'input' && inputType === 'deleteContentBackward') steps.push('key Backspace')
  }
  return steps
}
