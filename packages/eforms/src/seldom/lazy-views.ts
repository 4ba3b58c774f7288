import { signal } from '@preact/signals-core'
import { Lazy } from '../dom/lazy.ts'

const arrived = signal(0)
const views = new Lazy(() => import('./seldom-views.ts'), () => { arrived.value += 1 })

/** What draws repeating groups and seldom kinds of field, as soon as it has come; asks for it until then. Tracked. */
export function seldomViews(): typeof views.loaded {
  void arrived.value
  return views.get()
}

/** What they look like, once they have come for whatever form. Tracked. */
export function seldomLook(): string {
  void arrived.value
  return views.loaded?.seldomLook ?? ''
}

/** Tells an effect that they have come, or that the connection was lost and they may be asked for again. Asks for nothing itself. */
export function hearOfSeldomViews(): void { void arrived.value }
