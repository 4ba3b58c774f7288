import * as z from 'zod'

/** One conditional of the form: when every answer in `when` has one of its values (or its value among those chosen), `required` must be there; otherwise `forbidden` must not. */
export interface PresenceOptions {
  when: ReadonlyArray<readonly [path: readonly string[], values: readonly unknown[], how?: 'among']>
  required: ReadonlyArray<readonly string[]>
  forbidden: ReadonlyArray<readonly string[]>
}

/** Conditional presence. Runs also when other answers are wrong, so that one validation names everything. */
export function presence({ when, required, forbidden }: PresenceOptions): z.core.$ZodCheck<unknown> {
  const placed = (paths: PresenceOptions['required']): Placed[] => paths.flatMap((path) => {
    const key = path.at(-1)
    return key === undefined ? [] : [{ path, parents: path.slice(0, -1), key }]
  })
  const wanted = placed(required)
  const unwanted = placed(forbidden)
  const conditions = when.map(([path, values, how]) => ({ path, test: how === undefined ? (at: unknown) => values.includes(at) : (at: unknown) => Array.isArray(at) && at.some((one) => values.includes(one)) }))
  // Runs for every object of every dossier: loops, not closures.
  return always((payload) => {
    let holds = true
    for (const { path, test } of conditions) {
      if (meets(payload.value, path, test)) continue
      holds = false
      break
    }
    for (const { path, parents, key } of holds ? wanted : unwanted) {
      const parent = read(payload.value, parents)
      if (!isRecord(parent) || Object.hasOwn(parent, key) === holds) continue
      payload.issues.push({ code: 'custom', input: payload.value, path: [...path], params: { code: holds ? 'required' : 'notAllowed' }, continue: true })
    }
  })
}

interface Placed { path: readonly string[]; parents: readonly string[]; key: string }

/** Length in Unicode code points, as JSON Schema counts (`String.length` counts UTF-16 units). */
export function codePoints({ min = 0, max = Infinity }: { min?: number; max?: number }): z.core.$ZodCheck<string> {
  return z.check((payload) => {
    const { value } = payload
    // A code point takes one or two units: most texts need no counting.
    if (value.length <= max && value.length >= 2 * min) return
    let length = 0
    for (const _ of value) length += 1
    const code = length < min ? 'minLength' : length > max ? 'maxLength' : undefined
    if (code !== undefined) payload.issues.push({ code: 'custom', input: value, params: { code }, continue: true })
  })
}

/** Fewest and most rows. zod's own `.max()` stops at the first row too many and would not see what is wrong beyond it. */
export function rows({ min = 0, max = Infinity }: { min?: number; max?: number }): z.core.$ZodCheck<unknown> {
  return always(({ value, issues }) => {
    const code = !Array.isArray(value) ? undefined : value.length < min ? 'minItems' : value.length > max ? 'maxItems' : undefined
    if (code !== undefined) issues.push({ code: 'custom', input: value, params: { code }, continue: true })
  })
}

/** A number without a fractional part; reported as `type`, like JSON Schema's `integer`. */
export function whole(): z.core.$ZodCheck<number> {
  return z.check((payload) => {
    if (!Number.isInteger(payload.value)) payload.issues.push({ code: 'custom', input: payload.value, params: { code: 'type' }, continue: true })
  })
}

/** No value twice. Runs also when a value is none of the options. */
export function unique(): z.core.$ZodCheck<readonly unknown[]> {
  const check = z.check<readonly unknown[]>(({ value, issues }) => {
    if (Array.isArray(value) && new Set(value.map((item) => JSON.stringify(item))).size < value.length) issues.push({ code: 'custom', input: value, params: { code: 'uniqueItems' }, continue: true })
  })
  check._zod.def.when = () => true
  return check
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
function meets(value: unknown, path: readonly string[], test: (at: unknown) => boolean): boolean {
  let at = value
  for (const key of path) {
    if (!isRecord(at)) return true
    if (!Object.hasOwn(at, key)) return false
    at = at[key]
  }
  return test(at)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
