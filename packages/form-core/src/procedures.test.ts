import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createWorkingCalendar } from '@motcua/core/calendar'
import { workingCalendarData } from '@motcua/schemas/reference'
import { catalogue } from '@motcua/schemas/catalogue'
import type { JsonObject, JsonValue } from '@motcua/core/json'
import { modelOf } from './model/model.ts'
import { createForm, message, project, projectPayload } from './index.ts'
import type { Form, ItemState } from './index.ts'
import { checkRules, createValidator, refuseCycles, validateAnswers } from './validate.ts'

const TODAY = '2026-11-21'
const now = (): Date => new Date(`${TODAY}T03:00:00Z`)

const calendar = createWorkingCalendar(workingCalendarData())

const procedures = await Promise.all(catalogue.list({ on: TODAY }).map(async entry => {
  const folder = join(import.meta.dirname, '../../../schemas/procedures', entry.slug, entry.effectiveFrom, 'samples')
  const samples = (kind: string) => readdirSync(join(folder, kind)).map(file => ({ file, ...readSample(join(folder, kind, file)) }))
  return { slug: entry.slug, definition: await entry.load(), valid: samples('valid'), invalid: samples('invalid') }
}))

describe.each(procedures)('$slug', ({ definition, valid, invalid }) => {
  it('has conditions that settle', () => {
    expect(() => refuseCycles(definition)).not.toThrow()
  })

  it('shows no error before anybody tried, and none that is not worded', () => {
    const form = createForm({ definition, now })
    expect(form.issues.value).toEqual([])
    for (const issue of form.validateAll()) {
      for (const locale of ['vi', 'en'] as const) {
        const words = message(issue, definition, locale)
        expect(words).not.toContain(issue.pointer)
        expect(words).not.toContain('{')
        expect(words.length).toBeGreaterThan(10)
      }
    }
  })

  it.each(valid)('typed in field by field, $file gives itself and may be sent', ({ answers }) => {
    const form = createForm({ definition, now })
    typeIn(form, answers)
    expect(form.project()).toEqual(answers)
    expect(form.validateAll()).toEqual([])
    expect(project(form.snapshot(), definition, { now })).toEqual(answers)
  })

  it.each(valid)('given as a whole, $file gives itself', ({ answers }) => {
    expect(createForm({ definition, now, initial: answers }).project()).toEqual(answers)
    expect(projectPayload(answers, definition, { now })).toEqual(answers)
  })

  it.each(invalid)('$file gives the errors it names and no other', ({ answers, issues, today }) => {
    const clock = () => new Date(`${today}T03:00:00Z`)
    const found = [...validateAnswers(definition.schema, answers), ...checkRules(definition, answers, { now: clock, rules: { calendar } })]
    // A sample names every error; of warnings, those it is about.
    const named = found.filter(({ pointer, code, severity }) => severity === 'error' || issues.includes(`${pointer} ${code}`))
    expect(named.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual(issues.toSorted())
  })

  it.each(invalid)('what is wrong with one value of $file is found at that place alone', ({ answers }) => {
    const validator = createValidator(definition.schema)
    for (const issue of validator.validate(answers)) {
      if (issue.code === 'required' || issue.code === 'notAllowed') continue
      const value = at(answers, issue.pointer)
      expect(value !== undefined && validator.validateAt(issue.pointer, value)).toEqual(expect.arrayContaining([expect.objectContaining({ code: issue.code })]))
    }
  })
})

function readSample(path: string): { answers: JsonObject; issues: string[]; today: string } {
  const { answers, issues = [], today = TODAY } = JSON.parse(readFileSync(path, 'utf8'))
  return { answers, today, issues: issues.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`) }
}

/** Answers what is on show, page by page, until nothing new appears; as a person would. */
function typeIn(form: Form, answers: JsonObject): void {
  clearDefaults(form, answers)
  for (let i = 0; i < form.pages.value.length; i++) {
    for (let before = -1, after = 0; before !== after;) {
      before = after
      after = fill(form, form.pages.value[i]?.items.value ?? [], answers)
    }
  }
}

function fill(form: Form, items: readonly ItemState[], answers: JsonObject): number {
  let count = 0
  for (const item of items) {
    if (item.type === 'group') count += fill(form, item.items.value, answers)
    else if (item.type === 'field') {
      const value = at(answers, form.payloadPointer(item.pointer) ?? '')
      if (value !== undefined && !item.locked.value) {
        form.setValue(item.pointer, value)
        count++
      }
    } else {
      const list = at(answers, item.pointer)
      while (Array.isArray(list) && item.rows.value.length < list.length) item.add()
      for (const row of item.rows.value) count += fill(form, row.items.value, answers)
    }
  }
  return count
}

function clearDefaults(form: Form, answers: JsonObject): void {
  for (const node of modelOf(form.definition).fields.values()) {
    if (!node.repeat && node.definition.default !== undefined && at(answers, node.pattern) === undefined) form.clear(node.pattern)
  }
}

function at(value: JsonValue, pointer: string): JsonValue | undefined {
  let node: JsonValue | undefined = value
  for (const segment of pointer.split('/').slice(1)) {
    if (typeof node !== 'object' || node === null) return undefined
    node = Array.isArray(node) ? node[Number(segment)] : node[segment]
  }
  return node
}
