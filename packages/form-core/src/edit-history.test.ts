import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { JsonValue } from '@motcua/core/json'
import { happenings, Run } from '../test/edit-history.ts'
import { FORMS } from '../test/fixtures/forms.ts'
import { checkRules, validateAnswers } from './validate.ts'
import { project } from './index.ts'
import type { Form } from './index.ts'

const RUNS = process.env.MOTCUA_CONFORMANCE === 'full' ? 10_000 : 600
const scores: string[] = []
afterAll(() => console.log(scores.join('\n')))

/** Checks a property after any history on each form and prints the score. */
function afterAnyHistory(name: string, check: (run: Run) => void): void {
  it(name, () => {
    let passed = 0
    const forms = Object.values(FORMS)
    try {
      for (const definition of forms) {
        fc.assert(fc.property(happenings, history => {
          const run = new Run(definition)
          for (const happening of history) run.apply(happening)
          check(run)
          passed++
        }), { numRuns: RUNS })
      }
    } finally {
      scores.push(`conformance: form engine, ${name}: ${passed}/${RUNS * forms.length}`)
    }
  }, 600_000)
}

const now = (): Date => new Date('2026-11-21T03:00:00Z')
const errors = (form: Form): string[] => form.validateAll().map(issue => `${form.payloadPointer(issue.pointer)} ${issue.code}`)

describe('after any history of edits, rows, server answers, drafts and languages', () => {
  afterAnyHistory('the payload is that of the final answers', run => {
    expect(run.form.project()).toEqual(run.replay().project())
  })

  afterAnyHistory('the pure project() agrees with the live form', run => {
    expect(project(JSON.parse(JSON.stringify(run.form.snapshot())), run.definition, { now })).toEqual(run.form.project())
  })

  afterAnyHistory('hidden answers are kept and stay out of the payload', run => {
    const payload = run.form.project()
    for (const [pointer, value] of run.answers) {
      const field = run.form.field(pointer)
      if (field.provenance.value === 'derived') continue
      expect(field.value.value).toEqual(typeof value === 'string' ? value.normalize('NFC') : value)
      const inPayload = at(payload, run.form.payloadPointer(pointer) ?? '')
      expect(inPayload).toEqual(field.visible.value ? field.value.value : undefined)
    }
  })

  afterAnyHistory('rows keep their keys and their order', run => {
    for (const [pointer, keys] of run.rows) expect(run.form.repeat(pointer).rows.value.map(row => row.key)).toEqual(keys)
  })

  afterAnyHistory('server errors follow their field and row until it is edited', run => {
    const shown = run.form.issues.value.filter(issue => issue.source === 'server').map(issue => issue.pointer)
    expect(new Set(shown)).toEqual(new Set([...run.server].filter(pointer => run.at(pointer).visible.value)))
  })

  afterAnyHistory('errors on show belong to visible fields of existing rows', run => {
    const visible = new Set(run.pointers().filter(pointer => run.form.field(pointer).visible.value))
    for (const issue of run.form.issues.value) expect(visible.has(issue.pointer) || run.rows.has(issue.pointer)).toBe(true)
  })

  afterAnyHistory('validation depends on the answers, not on how they came about', run => {
    run.form.applyServerIssues([])
    expect(errors(run.form)).toEqual(errors(run.replay()))
    expect(run.form.issues.value).toEqual(run.form.validateAll())
  })

  afterAnyHistory('the form lets a payload go exactly when schema and rules do', run => {
    run.form.applyServerIssues([])
    const payload = run.form.project()
    const found = [...validateAnswers(run.definition.schema, payload), ...checkRules(run.definition, payload, { now })].filter(issue => issue.severity === 'error')
    // What is wrong with one of several chosen options is said at their question.
    expect(new Set(errors(run.form))).toEqual(new Set(found.map(issue => `${issue.pointer.replace(/(\/use)\/\d+$/, '$1')} ${issue.code}`)))
  })
})

function at(value: JsonValue, pointer: string): JsonValue | undefined {
  let node: JsonValue | undefined = value
  for (const segment of pointer.split('/').slice(1)) {
    if (typeof node !== 'object' || node === null) return undefined
    node = Array.isArray(node) ? node[Number(segment)] : node[segment]
  }
  return node
}
