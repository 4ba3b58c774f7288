import { afterEach, describe, expect, it } from 'vitest'
import { appear, attach, pressIn } from '../a11y/deeds.ts'
import { eform } from '../a11y/begun.ts'
import { answered, PDF, portalThat, requesterAnswered, withRows } from '../a11y/screens.ts'
import { fixtureDefinition } from '../testing/definition.ts'
import { FixturePortal } from '../testing/services.ts'
import { rootOf } from '../testing/root-of.ts'
import { rowsDefinition } from '../testing/rows-definition.ts'

const NEXT = '[part="continue"]'
const summary = (element: Element) => [...rootOf(element).querySelectorAll('#summary li')].map(({ textContent }) => textContent?.trim())

afterEach(() => { document.body.replaceChildren() })

describe('the summary of errors', () => {
  it('asks to send a file again whose upload failed, instead of asking for the paper', async () => {
    const element = await answered(eform('vi', { portal: portalThat('fails') }), 'other')
    await appear(element, 'input[type="file"]')
    await pressIn(element, NEXT)
    await appear(element, '#summary')
    expect(summary(element)[0]).toMatch(/^Hãy đính kèm: /u)
    attach(element, PDF())
    await appear(element, '.bad')
    await pressIn(element, NEXT)
    await expect.poll(() => summary(element)[0]).toBe('giay-uy-quyen.pdf chưa tải lên được: bấm “Thử tải lại”.')
  })

  it('no longer asks for a paper that has arrived, neither at the top nor at its field', async () => {
    const element = await answered(eform('vi', { portal: new FixturePortal() }), 'other')
    const wrong = () => rootOf(element).querySelectorAll('#summary, .field.invalid').length
    await appear(element, 'input[type="file"]')
    await pressIn(element, NEXT)
    await appear(element, '#summary')
    expect(wrong()).toBe(2)
    attach(element, PDF())
    await appear(element, '.good')
    await expect.poll(wrong).toBe(0)
  })

  it('names the row of a question', async () => {
    const element = await requesterAnswered(eform('vi', { definition: fixtureDefinition(withRows) }))
    await appear(element, '[id^="f-witnesses"]')
    await pressIn(element, NEXT)
    await appear(element, '#summary')
    expect(summary(element)).toEqual([expect.stringMatching(/^Mục 1: \S/u)])
  })

  it('tells two rows apart where all pages stand on one', async () => {
    const element = eform('vi', { definition: rowsDefinition() }, { layout: 'one-page' })
    await pressIn(element, NEXT)
    await pressIn(element, '.group .buttons .secondary')
    await pressIn(element, '.group .buttons .secondary')
    await pressIn(element, NEXT)
    await appear(element, '#summary')
    const texts = summary(element)
    expect(texts.map((text) => text?.slice(0, 6))).toEqual(['Mục 1:', 'Mục 2:'])
    expect(texts[0]?.slice(6)).toBe(texts[1]?.slice(6))
  })
})
