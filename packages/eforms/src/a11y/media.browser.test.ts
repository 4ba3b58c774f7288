import { afterEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { rootOf } from '../testing/harness.ts'
import { contrast } from './contrast.ts'
import { focusFaults, focused } from './focus-indicator.ts'
import { emulate } from './media.ts'
import { appear } from './deeds.ts'
import { SCREENS } from './screens.ts'

afterEach(async () => {
  document.body.replaceChildren()
  await emulate('as it is')
})

/** Brings a screen up by its name. */
async function screen(name: string): Promise<HTMLElement> {
  const found = SCREENS.find((one) => one.name === name)
  if (!found) throw new Error(`There is no screen called ${name}.`)
  return found.show('vi')
}

describe.each(['forced colours', 'dark forced colours'] as const)('with %s', (medium) => {
  it('every control has an edge that is seen, in every state', async () => {
    await emulate(medium)
    const page = document.body.appendChild(document.createElement('div'))
    const paper = colourOf(page, 'Canvas')
    page.remove()
    const element = await screen('questions, errors')
    const controls = [...rootOf(element).querySelectorAll<HTMLElement>('input, select, textarea, .button')]
    expect(controls.length).toBeGreaterThan(6)
    for (const control of controls) {
      const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(control)
      expect({ id: control.id, style: borderTopStyle, isThick: Number.parseFloat(borderTopWidth) >= 1, isSeen: contrast(borderTopColor, paper) >= 3 })
        .toEqual({ id: control.id, style: expect.stringMatching(/solid|dashed/), isThick: true, isSeen: true })
    }
  })

  it('the focus is seen at every stop', async () => {
    await emulate(medium)
    await screen('questions, errors')
    for (let count = 0; count < 12; count += 1) {
      await userEvent.keyboard('{Tab}')
      const stop = focused()
      expect(stop ? focusFaults(stop) : []).toEqual([])
    }
  })

  it('the chosen option of an open list is told apart by more than colour', async () => {
    await emulate(medium)
    const element = await screen('commune list open')
    await userEvent.keyboard('{ArrowDown}')
    expect(getComputedStyle(await appear(element, '[role="option"][aria-selected="true"]')).outlineStyle).toBe('solid')
  })

  it('a picture to scan keeps its own colours', async () => {
    await emulate(medium)
    const element = await screen('payment, pending')
    const code = await appear(element, '.qr')
    expect(getComputedStyle(code).backgroundColor).toBe('rgb(255, 255, 255)')
  })
})

describe('an error', () => {
  it('is a mark, a word and an edge, not a colour alone', async () => {
    const element = await screen('questions, errors')
    const field = (await appear(element, '#f-requester-phone')).closest<HTMLElement>('.field')
    if (!field) throw new Error('The telephone is a field.')
    expect(field.querySelector('.error')?.textContent).toMatch(/^Lỗi: \S/)
    expect(getComputedStyle(field).borderInlineStartStyle).toBe('solid')
    expect(field.querySelector('input')?.ariaInvalid).toBe('true')
  })
})

describe('nothing moves', () => {
  it.each(['start', 'questions, errors', 'papers, on the way', 'payment, pending'])('on “%s” when that is asked for', async (name) => {
    await emulate('reduced motion')
    const element = await screen(name)
    for (const box of rootOf(element).querySelectorAll('*')) {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(box)
      expect({ box: box.localName, animationName, transitionDuration, scrollBehavior }).toEqual({ box: box.localName, animationName: 'none', transitionDuration: '0s', scrollBehavior: 'auto' })
    }
    expect(document.getAnimations()).toEqual([])
  })
})

describe('with more contrast asked for', () => {
  it('muted words and lines are as dark as the text', async () => {
    await emulate('more contrast')
    const element = await screen('check')
    const root = await appear(element, '.root')
    for (const name of ['--_muted', '--_line', '--_control']) expect(getComputedStyle(root).getPropertyValue(name)).toBe(getComputedStyle(root).getPropertyValue('--_text'))
  })
})

function colourOf(element: HTMLElement, name: string): string {
  element.style.backgroundColor = name
  return getComputedStyle(element).backgroundColor
}
