import type { Words } from '../../locales/strings.ts'
import type { EformFlow } from '../flow.ts'
import type { Opened } from '../flow-types.ts'
import type { MountedAppointment } from './mount.ts'

interface Box { element: HTMLElement; mounted?: MountedAppointment; words: Words }

/** Per opened form, and gone with it. */
const BOXES = new WeakMap<Opened, Box>()

/**
 * Where a time is chosen on the closing page. It fills itself when its chunk has come and the gateway takes bookings; where it
 * cannot, the page says what it says without it.
 */
export function bookingBox(opened: Opened, host: HTMLElement, words: Words, flow: EformFlow): HTMLElement {
  const known = BOXES.get(opened)
  if (known) {
    known.words = words
    known.mounted?.speak(words)
    return known.element
  }
  const box: Box = { element: document.createElement('div'), words }
  BOXES.set(opened, box)
  void fill(box, opened, host, flow).catch(() => { BOXES.delete(opened) })
  return box.element
}

/** Whether the office expects people by appointment, as far as is known by now. */
export function takesBookings(opened: Opened): boolean { return BOXES.get(opened)?.mounted?.takesBookings ?? false }

async function fill(box: Box, opened: Opened, host: HTMLElement, flow: EformFlow): Promise<void> {
  const { portal, appointments: calls } = opened.services
  // Who books is signed in.
  if (!portal || !calls) return
  const { mountAppointment } = await import('./mount.ts')
  box.mounted = mountAppointment(box.element, { flow, opened, host, calls, words: box.words })
}
