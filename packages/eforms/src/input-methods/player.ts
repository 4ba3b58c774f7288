import { cdp } from 'vitest/browser'
import type { Step } from './step.ts'

/** Plays what an input method does into the focused control: real events of the browser, with native editing, selection and undo. */
export async function play(steps: readonly Step[]): Promise<void> {
  // Sent without waiting: the browser keeps their order, and typing is as fast as a method that rewrites.
  await Promise.all(steps.flatMap((step) => commands(step).map((command) => send(command))))
}

/** A key that is no letter, with what it does. */
export async function press(name: 'Tab' | 'Enter' | 'Escape' | 'ArrowDown' | 'ArrowLeft' | 'Undo'): Promise<void> {
  await send(name === 'Undo' ? { method: 'dispatchKeyEvent', type: 'keyDown', key: 'z', code: 'KeyZ', windowsVirtualKeyCode: 90, modifiers: CTRL, commands: ['undo'] } : keyDown(name))
  await send(name === 'Undo' ? { method: 'dispatchKeyEvent', type: 'keyUp', key: 'z', code: 'KeyZ', windowsVirtualKeyCode: 90 } : keyUp(name))
}

interface Command { method: 'dispatchKeyEvent' | 'imeSetComposition' | 'insertText'; [parameter: string]: unknown }

const CTRL = 2
const SHIFT = 8
/** Keys that print nothing: virtual key code and what they type. */
const NAMED: Readonly<Record<string, { code: number; text?: string }>> = {
  Backspace: { code: 8 }, Tab: { code: 9 }, Enter: { code: 13, text: '\r' }, Escape: { code: 27 }, ArrowLeft: { code: 37 }, ArrowDown: { code: 40 },
}
/** `VK_PACKET`: a character that no key of the keyboard has, as Windows methods send it. */
const PACKET = 231

function commands(step: Step): Command[] {
  switch (step.do) {
    case 'key': return [keyDown(step.key), keyUp(step.key)]
    case 'process': return [{ method: 'dispatchKeyEvent', type: 'rawKeyDown', key: step.key, windowsVirtualKeyCode: 229 }]
    case 'compose': return [{ method: 'imeSetComposition', text: step.text, selectionStart: step.text.length, selectionEnd: step.text.length }]
    case 'commit': return [{ method: 'insertText', text: step.text }]
    case 'select-left': return Array.from({ length: step.count }, () => ({ ...keyDown('ArrowLeft'), modifiers: SHIFT }))
    // The browser's own paste needs a clipboard that the test would share with the machine: the same text arrives as one insertion.
    case 'paste': return [{ ...keyDown('v', false), modifiers: CTRL }, { method: 'insertText', text: step.text }, keyUp('v')]
  }
}

function keyDown(name: string, types = true): Command {
  const named = NAMED[name]
  const text = named ? named.text : types ? name : undefined
  return { method: 'dispatchKeyEvent', type: text === undefined ? 'rawKeyDown' : 'keyDown', key: name, ...(text !== undefined && { text }), windowsVirtualKeyCode: named?.code ?? virtualKey(name) }
}

function keyUp(name: string): Command {
  return { method: 'dispatchKeyEvent', type: 'keyUp', key: name, windowsVirtualKeyCode: NAMED[name]?.code ?? virtualKey(name) }
}

function virtualKey(char: string): number { return /^[a-z\d ]$/i.test(char) ? char.toUpperCase().charCodeAt(0) : PACKET }

interface Session { send(method: string, parameters: object): Promise<unknown> }
function isSession(session: object): session is Session { return 'send' in session }

async function send({ method, ...parameters }: Command): Promise<void> {
  const session: object = cdp()
  if (!isSession(session)) throw new TypeError('Expected a browser that is driven over the DevTools protocol.')
  await session.send(`Input.${method}`, parameters)
}
