import { afterEach, describe, expect, it } from 'vitest'
import { play } from './player.ts'
import type { Step } from './step.ts'
import { TRACES } from './trace.ts'
import { typeWord } from './typing-styles.ts'
import { watchControl } from './watch-control.ts'

afterEach(() => { document.body.replaceChildren() })

describe('the traces of input methods', () => {
  it.each(TRACES.map((trace) => [trace.name, trace] as const))('%s: gives its text in a plain text box of the browser', async (_name, { steps, value }) => {
    const box = document.body.appendChild(document.createElement('input'))
    box.focus()
    const watch = watchControl(box)
    await play(steps)
    expect(box.value).toBe(value)
    expect(box.selectionStart).toBe(value.length)
    expect(watch.rewrites).toEqual([])
    expect(watch.events.map((line) => line.split(' ')[0])).toContain('input')
  })

  it.each(TRACES.flatMap(({ name, steps, events }) => (events ? [[name, steps, events] as const] : [])))('%s: gives the events again that were recorded', async (_name, steps, recorded) => {
    const box = document.body.appendChild(document.createElement('input'))
    box.focus()
    const watch = watchControl(box)
    await play(steps)
    expect(watch.events.filter((line) => /^(?:input|compositionstart|compositionend) /.test(line))).toEqual(recorded)
  })

  it.each(TRACES.flatMap(({ name, steps, typed }) => (typed ? [[name, steps, typed] as const] : [])))('%s: is what the model of the method gives', (_name, steps, { keys, ...options }) => {
    // Whether the page hears of a key that the method has swallowed, and when, is an accident of the moment.
    const isWriting = (step: Step): boolean => step.do !== 'process'
    const written = steps.filter(isWriting)
    const first = written.find((step) => step.do === 'commit')
    const model = typeWord(keys, { ...options, blank: first?.do === 'commit' && first.text.endsWith(' ') }).filter(isWriting)
    const shared = Math.min(model.length, written.length)
    expect(model.slice(0, shared)).toEqual(written.slice(0, shared))
    // A recording that ends in the middle of a composition has what the model would do next left out.
    expect(model.slice(shared).every((step) => step.do === 'commit' || step.do === 'compose')).toBe(true)
  })

  it('are events as the browser gives them to any page', async () => {
    const box = document.body.appendChild(document.createElement('input'))
    box.focus()
    const watch = watchControl(box)
    await play([{ do: 'process', key: 'Process' }, { do: 'compose', text: 'a' }, { do: 'process', key: 'Process' }, { do: 'compose', text: 'â' }, { do: 'commit', text: 'â' }, { do: 'key', key: 'm' }, { do: 'key', key: 'Backspace' }])
    // compositionupdate stands before or after beforeinput: Chromium 109 and 156 differ.
    expect(watch.events.filter((line) => !line.startsWith('compositionupdate') && (!line.startsWith('key') || line.includes('229')))).toEqual([
      'keydown Process 229', 'compositionstart ""', 'beforeinput insertCompositionText "a"', 'input insertCompositionText "a"',
      'keydown Process 229', 'beforeinput insertCompositionText "â"', 'input insertCompositionText "â"',
      'beforeinput insertCompositionText "â"', 'input insertCompositionText "â"', 'compositionend "â"',
      'beforeinput insertText "m"', 'input insertText "m"', 'beforeinput deleteContentBackward', 'input deleteContentBackward',
    ])
  })
})
