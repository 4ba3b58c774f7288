import { signal } from '@preact/signals-core'
import { Lazy } from '../../dom/lazy.ts'

const arrived = signal(0)
const ways = new Lazy(() => import('./many-rows.ts'), () => { arrived.value += 1 })

/** The ways to add many rows at once, as soon as they have come; few people open one, and who does asks for them. Tracked. */
export function manyRows(): NonNullable<typeof ways.loaded>['MANY_ROWS'] | undefined {
  void arrived.value
  return ways.get()?.MANY_ROWS
}
