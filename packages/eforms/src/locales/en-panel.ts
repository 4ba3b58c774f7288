import type { AreaLike } from './ui-strings.ts'
import type { viPanel } from './vi-panel.ts'

/** Words of an element that stands alone until it is open, English. */
export const enPanel: AreaLike<typeof viPanel> = {
  panelLoading: 'Loading…',
  panelInsecure: 'This page does not use a secure connection. Open the page again at an address that begins with https.',
  panelCommune: 'The code of the commune, “{commune}”, is wrong: it must have five digits. Whoever runs this page needs to correct the attribute “commune”.',
  panelOffline: 'There is no connection. Try again.',
}
