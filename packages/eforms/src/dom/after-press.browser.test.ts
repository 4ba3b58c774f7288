import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { afterPress, noticePresses } from './after-press.ts'

beforeAll(noticePresses)
afterEach(() => { dispatchEvent(new MouseEvent('mouseup')) })

/** As engines do that set no `:active`: only the events come. */
const press = () => { dispatchEvent(new MouseEvent('mousedown')) }
const release = () => { dispatchEvent(new MouseEvent('mouseup')) }

describe('what is done after a press', () => {
  it('is done at once when nothing is pressed', () => {
    const action = vi.fn()
    afterPress(action)
    press()
    release()
    expect(action).toHaveBeenCalledOnce()
  })

  it.each(['dragend', 'contextmenu', 'keydown'])('is done at once when a press has ended in %s', (end) => {
    const action = vi.fn()
    press()
    dispatchEvent(new Event(end))
    afterPress(action)
    expect(action).toHaveBeenCalledOnce()
  })

  it('waits for the release, and for the click that follows it', async () => {
    const done: string[] = []
    press()
    afterPress(() => { done.push('action') })
    await new Promise((resolve) => { setTimeout(resolve, 20) })
    expect(done).toEqual([])
    release()
    done.push('click')
    await expect.poll(() => done).toEqual(['click', 'action'])
  })

  it('comes when no release is heard', async () => {
    const action = vi.fn()
    press()
    afterPress(action)
    await expect.poll(() => action.mock.calls.length, { timeout: 3000 }).toBe(1)
    afterPress(action)
    expect(action).toHaveBeenCalledTimes(2)
  })
})
