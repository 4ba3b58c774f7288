import { PortalTimeoutError } from './errors.ts'

export interface Deadline { signal: AbortSignal; /** Milliseconds since 1970. */ endsAt: number }

/**
 * Ends the work when the caller aborts or the time is up, also work that does not listen. `AbortSignal.any` is younger than the
 * oldest browsers we carry.
 *
 * @throws PortalTimeoutError when the time is up; the signal's reason when it aborts.
 */
export async function withDeadline<T>(signal: AbortSignal | undefined, timeoutMs: number, work: (deadline: Deadline) => Promise<T>): Promise<T> {
  signal?.throwIfAborted()
  const controller = new AbortController()
  const expired = new PortalTimeoutError(`the call took longer than ${timeoutMs} ms`)
  const abort = () => controller.abort(signal?.reason)
  const ended = new Promise<never>((_, reject) => { controller.signal.addEventListener('abort', () => reject(controller.signal.reason), { once: true }) })
  const timer = setTimeout(() => controller.abort(expired), timeoutMs)
  signal?.addEventListener('abort', abort, { once: true })
  try {
    return await Promise.race([ended, work({ signal: controller.signal, endsAt: Date.now() + timeoutMs })])
  } catch (error) {
    throw controller.signal.aborted ? controller.signal.reason : error
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}
