import type { Issue } from '@motcua/core/issue'
import { isSdkError } from '@motcua/core/errors'
import type { JsonObject, JsonValue } from '@motcua/core/json'
import type { FormDefinition } from '@motcua/schemas/definition'
import { parseProblem } from '@motcua/core/problem'
import { createForm, issuesFromProblem, message, project } from '../src/index.ts'
import type { Form, Locale, Prefill } from '../src/index.ts'
import { addRowsFromTable } from '../src/rows-from-table.ts'

/** One step of a case: an operation and its operands, as JSON. */
export type Step = [name: keyof typeof STEPS, ...operands: JsonValue[]]

/** A case of the five rules (README), readable without code: the same file runs in Node and in the browser. */
export interface FormCase {
  name: string
  given: { form: string; initial?: JsonObject; prefill?: Prefill | Prefill[]; locale?: Locale; now?: string; /** Province by commune, as reference data has it. */ communes?: Record<string, string> }
  when: Step[]
  then: Partial<{
    project: JsonObject
    /** Live value, by pointer; null = not answered. */
    values: Record<string, JsonValue>
    visible: Record<string, boolean>
    locked: Record<string, boolean>
    provenance: Record<string, string | null>
    /** Source of a prefilled answer with what is known of it; null = not prefilled. */
    filledBy: Record<string, JsonValue>
    /** Options that may be chosen, by pointer. */
    options: Record<string, string[]>
    pages: string[]
    rows: Record<string, string[]>
    /** Key of the removed row that may come back; null = none. */
    undoable: Record<string, string | null>
    /** Errors on show in order, as `pointer code`. */
    issues: string[]
    /** What one field shows, warnings included. */
    shows: Record<string, string[]>
    cleared: string[]
    dirty: boolean
    /** What the last validation, server answer or conversion gave, as `pointer code`. */
    returned: string[]
    /** Words of the field's first issue, in the form's locale. */
    message: Record<string, string>
    /** Code of the error the last step threw. */
    throws: string
  }>
}

interface World { form: Form; given: FormCase['given']; definition: FormDefinition; returned: string[] }

const STEPS = {
  set: (world: World, pointer: JsonValue, value: JsonValue) => world.form.setValue(String(pointer), value),
  clear: (world: World, pointer: JsonValue) => world.form.clear(String(pointer)),
  touch: (world: World, pointer: JsonValue) => world.form.touch(String(pointer)),
  add: (world: World, pointer: JsonValue) => void world.form.repeat(String(pointer)).add(),
  remove: (world: World, pointer: JsonValue, key: JsonValue) => world.form.repeat(String(pointer)).remove(String(key)),
  undo: (world: World, pointer: JsonValue) => void world.form.repeat(String(pointer)).undoRemove(),
  move: (world: World, pointer: JsonValue, key: JsonValue, to: JsonValue) => world.form.repeat(String(pointer)).move(String(key), Number(to)),
  validatePage: (world: World, page: JsonValue) => void (world.returned = world.form.validatePage(String(page)).map(brief)),
  validateAll: (world: World) => void (world.returned = world.form.validateAll().map(brief)),
  server: (world: World, ...issues: JsonValue[]) => {
    world.returned = world.form.applyServerIssues(issues.map(serverIssue)).map(brief)
  },
  prefill: (world: World, ...prefills: JsonValue[]) => world.form.prefill(prefills as unknown as Prefill[]),
  locale: (world: World, locale: JsonValue) => {
    world.form.locale.value = locale === 'en' ? 'en' : 'vi'
  },
  restore: (world: World) => world.form.restore(JSON.parse(JSON.stringify(world.form.snapshot()))),
  /** The page was closed: a new form takes up the draft. */
  reopen: (world: World) => {
    const snapshot = JSON.parse(JSON.stringify(world.form.snapshot()))
    world.form = start(world.given, world.definition)
    world.form.restore(snapshot)
  },
  /** The same, but this time more is known of the person. */
  reopenWith: (world: World, prefill: JsonValue) => {
    const snapshot = JSON.parse(JSON.stringify(world.form.snapshot()))
    world.form = start({ ...world.given, prefill: prefill as unknown as Prefill }, world.definition)
    world.form.restore(snapshot)
  },
  /** Rows pasted from a spreadsheet; what was wrong with them as `row:column code`. */
  paste: (world: World, pointer: JsonValue, text: JsonValue) => {
    const { problems } = addRowsFromTable(world.form, String(pointer), String(text))
    world.returned = problems.map(({ row, column, code }) => `${row}${column === undefined ? '' : `:${column}`} ${code}`)
  },
  /** What a check of the caller's own found: `CODE` or `CODE warning`. */
  finding: (world: World, pointer: JsonValue, ...codes: JsonValue[]) => world.form.applyFindings(String(pointer), codes.map(text => {
    const [code = '', severity] = String(text).split(' ')
    return { pointer: String(pointer), code, params: {}, source: 'server', severity: severity === 'warning' ? 'warning' : 'error', clears: 'revalidate' }
  })),
  /** A problem document of the server. */
  problem: (world: World, ...errors: JsonValue[]) => {
    world.returned = world.form.applyServerIssues(issuesFromProblem(parseProblem({ type: 'urn:motcua:problem:invalid-answers', title: 'x', status: 422, correlationId: 'c', errors }) ?? {})).map(brief)
  },
  saved: (world: World) => world.form.markSaved(),
}

/** Runs a case and says what differs; an empty list is a pass. */
export function runCase(test: FormCase, forms: Readonly<Record<string, FormDefinition>>): string[] {
  const definition = forms[test.given.form]
  if (!definition) return [`no form "${test.given.form}"`]
  const world: World = { form: start(test.given, definition), given: test.given, definition, returned: [] }
  let thrown: string | undefined
  for (const [name, ...operands] of test.when) {
    try {
      const step: (world: World, ...operands: JsonValue[]) => void = STEPS[name]
      step(world, ...operands)
    } catch (error) {
      thrown = isSdkError(error) ? error.code : String(error)
    }
  }
  return differences(test.then, world, thrown)
}

function start({ initial, prefill, locale, communes, now = '2026-11-21T03:00:00Z' }: FormCase['given'], definition: FormDefinition): Form {
  return createForm({
    definition, now: () => new Date(now), ...(communes ? { provinceOf: (code: string) => communes[code] } : {}),
    ...(initial ? { initial } : {}), ...(prefill ? { prefill } : {}), ...(locale ? { locale } : {}),
  })
}

function differences(then: FormCase['then'], { form, definition, returned, given }: World, thrown: string | undefined): string[] {
  const found: string[] = []
  const check = (what: string, actual: unknown, expected: unknown): void => {
    if (stable(actual) !== stable(expected)) found.push(`${what}: expected ${stable(expected)}, got ${stable(actual)}`)
  }
  const each = <T>(what: string, expected: Record<string, T> | undefined, actual: (pointer: string) => unknown): void => {
    for (const [pointer, value] of Object.entries(expected ?? {})) check(`${what} of ${pointer}`, actual(pointer), value)
  }
  check('thrown', thrown, then.throws)
  const now = (): Date => new Date(given.now ?? '2026-11-21T03:00:00Z')
  // However a form came to its state, the pure function must agree with it.
  check('project(snapshot)', project(form.snapshot(), definition, { now }), form.project())
  if (then.project) check('project', form.project(), then.project)
  each('value', then.values, pointer => form.field(pointer).value.value ?? null)
  each('visible', then.visible, pointer => form.field(pointer).visible.value)
  each('locked', then.locked, pointer => form.field(pointer).locked.value)
  each('provenance', then.provenance, pointer => form.field(pointer).provenance.value ?? null)
  each('filledBy', then.filledBy, pointer => form.field(pointer).filledBy.value ?? null)
  each('options', then.options, pointer => form.field(pointer).options.value.map(option => option.value))
  each('rows', then.rows, pointer => form.repeat(pointer).rows.value.map(row => row.key))
  each('undoable', then.undoable, pointer => form.repeat(pointer).removed.value?.key ?? null)
  each('shows', then.shows, pointer => (definition.pages.some(page => page.items.some(item => item.type === 'repeat' && item.pointer === pointer))
    ? form.repeat(pointer) : form.field(pointer)).issues.value.map(issue => issue.code))
  each('message', then.message, pointer => {
    const [issue] = form.field(pointer).issues.value
    return issue && message(issue, definition, form.locale.value)
  })
  if (then.pages) check('pages', form.pages.value.map(page => page.id), then.pages)
  if (then.issues) check('issues', form.issues.value.map(brief), then.issues)
  if (then.returned) check('returned', returned, then.returned)
  if (then.cleared) check('cleared', [...form.snapshot().cleared].sort(), [...then.cleared].sort())
  if (then.dirty !== undefined) check('dirty', form.dirty.value, then.dirty)
  return found
}

function brief(issue: Issue): string {
  return `${issue.pointer} ${issue.code}`
}

/** `/pointer CODE` or `/pointer CODE revalidate`. */
function serverIssue(text: JsonValue): Issue {
  const [pointer = '', code = '', clears] = String(text).split(' ')
  return { pointer, code, params: {}, source: 'server', severity: 'error', clears: clears === 'revalidate' ? 'revalidate' : 'edit' }
}

/** JSON with sorted keys. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part) ?? 'undefined'
}
