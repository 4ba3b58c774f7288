import type { Issue } from '@motcua/core/issue'
import type { JsonValue } from '@motcua/core/json'
import { effect, signal, untracked } from '@preact/signals-core'
import type { ReadonlySignal } from '@preact/signals-core'
import type { FieldState, Form } from './types.ts'
import { createValidator } from './validate/validator.ts'

/** Looks at one answer elsewhere, for example in a register. `signal` aborts when the answer changes or goes. */
export type Check = (value: JsonValue, options: { signal: AbortSignal; pointer: string }) => Promise<readonly Issue[]>

export interface StartChecksOptions {
  /** Wait after the last key, in milliseconds. @default 400 */
  delayMs?: number
  /** Told of a check that failed itself; the answer then counts as not checked, which blocks nobody. */
  onProblem?: (pointer: string, error: unknown) => void
}

/** Checks under way on a form. */
export interface RunningChecks {
  /** Pointers whose check is waiting or under way. */
  readonly pending: ReadonlySignal<readonly string[]>
  /** Starts at once what waits, and resolves when nothing is under way; call it before `validateAll()`. */
  settle(): Promise<void>
  /** Cancels everything. What was found stays until the next edit. */
  stop(): void
}

interface Turn { start: () => Promise<void>; cancel: () => void }

/**
 * Runs asynchronous checks on answers as they change: debounced, cancelled by the next edit, a late result ignored.
 * Only visible answers that the schema accepts are checked. Keys are pointers, rows written `-`.
 *
 * @example
 * const checks = startChecks(form, { '/requester/personalId': async (value, { signal }) => lookUp(value, signal) })
 * await checks.settle()
 * form.validateAll()
 */
export function startChecks(form: Form, checks: Readonly<Record<string, Check>>, options: StartChecksOptions = {}): RunningChecks {
  const { delayMs = 400, onProblem } = options
  const validator = createValidator(form.definition.schema)
  const turns = new Map<string, Turn>()
  const pending = signal<readonly string[]>([])
  const changed = (): void => {
    pending.value = [...turns.keys()]
  }

  const end = (pointer: string): void => {
    turns.get(pointer)?.cancel()
    if (turns.delete(pointer)) changed()
  }
  const begin = (pointer: string, check: Check, value: JsonValue): void => {
    const controller = new AbortController()
    let running: Promise<void> | undefined
    const run = async (): Promise<void> => {
      try {
        const issues = await check(value, { signal: controller.signal, pointer })
        if (!controller.signal.aborted) form.applyFindings(pointer, issues)
      } catch (error) {
        if (!controller.signal.aborted) onProblem?.(pointer, error)
      }
      if (!controller.signal.aborted && turns.delete(pointer)) changed()
    }
    const turn: Turn = {
      start: () => {
        clearTimeout(timer)
        return running ??= run()
      },
      cancel: () => {
        clearTimeout(timer)
        controller.abort()
      },
    }
    const timer = setTimeout(() => void turn.start(), delayMs)
    turns.set(pointer, turn)
    changed()
  }
  const follow = (field: FieldState, pattern: string, check: Check): (() => void) => {
    const stop = effect(() => {
      const value = field.visible.value ? field.value.value : undefined
      untracked(() => {
        end(field.pointer)
        // Its row is going.
        if (form.payloadPointer(field.pointer) === undefined) return
        form.applyFindings(field.pointer, [])
        if (value !== undefined && validator.validateAt(pattern, value).length === 0) begin(field.pointer, check, value)
      })
    })
    return () => {
      stop()
      end(field.pointer)
    }
  }

  const stops = Object.entries(checks).map(([pattern, check]) => {
    const at = pattern.indexOf('/-/')
    if (at < 0) return follow(form.field(pattern), pattern, check)
    const followed = new Map<FieldState, () => void>()
    const stopRows = effect(() => {
      const rows = form.repeat(pattern.slice(0, at)).rows.value
      untracked(() => {
        const fields = new Set(rows.map(row => form.field(row.pointer + pattern.slice(at + 2))))
        for (const [field, stop] of followed) {
          if (fields.has(field)) continue
          stop()
          followed.delete(field)
        }
        for (const field of fields) if (!followed.has(field)) followed.set(field, follow(field, pattern, check))
      })
    })
    return () => {
      stopRows()
      for (const stop of followed.values()) stop()
    }
  })
  return {
    pending,
    async settle() {
      while (turns.size > 0) await Promise.all([...turns.values()].map(turn => turn.start()))
    },
    stop() {
      for (const stop of stops) stop()
    },
  }
}
