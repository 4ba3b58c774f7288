import { afterEach, describe, expect, it } from 'vitest'
import { play } from './player.ts'
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

  it.each(TRACES.flatMap(({ name, steps, typed }) => (typed ? [[name, steps, typed] as const] : [])))('%s: is what the model of the method gives', (_name, steps, { keys, ...options }) => {
    const model = typeWord(keys, options)
    expect(model).toEqual(steps.slice(0, model.length))
    // What the model leaves is the blank after the word.
    expect(steps.slice(model.length).every((step) => step.do === 'key' && step.key === ' ')).toBe(true)
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
