import type { AnnouncementCase } from './announcement-cases.ts'
import { hear } from './announcements.ts'
import { BEFORE_FILING_SCREENS } from './before-filing-screens.ts'
import { appear } from './deeds.ts'

/** Presses something of a screen as a person does, until something has appeared. */
function pressing(name: string, selector: string, then: string): AnnouncementCase['play'] {
  return async (language) => {
    const screen = BEFORE_FILING_SCREENS.find((one) => one.name === name)
    if (!screen) throw new TypeError(`There is no screen “${name}”.`)
    const element = await screen.show(language)
    const pressed = await appear(element, selector)
    pressed.focus()
    return hear(language, async () => {
      pressed.click()
      await appear(element, then)
    })
  }
}

/** What is heard where people inform themselves before they file. */
export const BEFORE_FILING_ANNOUNCEMENTS: readonly AnnouncementCase[] = [
  { name: 'guide, a question answered', play: pressing('guide', 'input[value="authorised"]', '.ask .link') },
  { name: 'guide, answers cleared', play: pressing('guide, one’s own case', '.ask .link', '.condition') },
  { name: 'places, other part of a former one', play: pressing('places, part of a former one', '[part="former"] .link', '[part="former"] .link') },
]
