import * as z from 'zod'

/** One conditional of the form: when every answer in `when` has one of its values, `required` must be there; otherwise `forbidden` must not. */
export interface PresenceOptions {
  when: ReadonlyArray<readonly [path: readonly string[], values: readonly unknown[]]>
  required: ReadonlyArray<readonly string[]>
  forbidden: ReadonlyArray<readonly string[]>
}

/** Conditional presence. Runs also when other answers are wrong, so that one validation names everything. */
export function presence({ when, required, forbidden }: PresenceOptions): z.core.$ZodCheck<unknown> {
  return always((payload) => {
    const holds = when.every(([path, values]) => meets(payload.value, path, values))
    for (const path of holds ? required : forbidden) {
      const parent = read(payload.value, path.slice(0, -1))
      const key = path.at(-1)
      if (key === undefined || !isRecord(parent) || Object.hasOwn(parent, key) === holds) continue
      payload.issues.push({ code: 'custom', input: payload.value, path: [...path], params: { code: holds ? 'required' : 'notAllowed' }, continue: true })
    }
  })
}

/** Length in Unicode code points, as JSON Schema counts (`String.length` counts UTF-16 units). */
export function codePoints({ min = 0, max = Infinity }: { min?: number; max?: number }): z.core.$ZodCheck<string> {
  return z.check((payload) => {
    const length = [...payload.value].length
    const code = length < min ? 'minLength' : length > max ? 'maxLength' : undefined
    if (code !== undefined) payload.issues.push({ code: 'custom', input: payload.value, params: { code }, continue: true })
  })
}

/** A number without a fractional part; reported as `type`, like JSON Schema's `integer`. */
export function whole(): z.core.$ZodCheck<number> {
  return z.check((payload) => {
    if (!Number.isInteger(payload.value)) payload.issues.push({ code: 'custom', input: payload.value, params: { code: 'type' }, continue: true })
  })
}

function always(fn: z.core.CheckFn<unknown>): z.core.$ZodCheck<unknown> {
  const check = z.check(fn)
  check._zod.def.when = () => true
  return check
}

function read(value: unknown, path: readonly string[]): unknown {
  let at = value
  for (const key of path) at = isRecord(at) && Object.hasOwn(at, key) ? at[key] : undefined
  return at
}

/** As JSON Schema reads nested `properties` and `required`: they say nothing about what is no object. */
function meets(value: unknown, path: readonly string[], values: readonly unknown[]): boolean {
  let at = value
  for (const key of path) {
    if (!isRecord(at)) return true
    if (!Object.hasOwn(at, key)) return false
    at = at[key]
  }
  return values.includes(at)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
