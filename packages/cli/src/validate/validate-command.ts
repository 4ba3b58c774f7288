import { closeSync, openSync, readSync } from 'node:fs'
import path from 'node:path'
import { createWorkingCalendar } from '@motcua/core/calendar'
import { parseCalendarDate } from '@motcua/core/dates'
import type { Issue } from '@motcua/core/issue'
import type { JsonValue } from '@motcua/core/json'
import { label, message } from '@motcua/form-core'
import { checkPlaces, checkRules, validateAnswers } from '@motcua/form-core/validate'
import { communes } from '@motcua/schemas/communes'
import type { FormDefinition } from '@motcua/schemas/definition'
import { isJsonObject } from '@motcua/schemas/generator'
import { workingCalendarData } from '@motcua/schemas/reference'
import { lineOf } from '../check/locate.ts'
import { type Command, textOption } from '../command.ts'
import { dayOf } from '../day.ts'
import { findVersion } from '../find-version.ts'
import { openCatalogue, SCHEMAS_OPTION } from '../open-catalogue.ts'
import { paint } from '../paint.ts'
import { ANSWER_LIMITS, readAnswers } from './answers-text.ts'

/** More lines would hide the first one; --json gives them all. */
const SHOWN = 50

export const VALIDATE: Command = {
  name: 'validate', usage: '<code|slug> <answers.json> [--on 2026-11-21] [--schemas folder] [--json]', summary: 'hold answers against the schema and the rules of a procedure',
  help: `
Gives the issues of the schema, of the rules between answers and of the list of communes, with their words in Vietnamese.
--on sets the version and the "today" of the rules. A sample of the schemas folder (with "answers" inside) is taken too, on its
own day where --on is left out.
Exit code 1 when there is an error; warnings alone give 0.

Example
  motcua validate 2.000635 schemas/procedures/extract-copy/2026-01-14/samples/valid/self.json
  motcua validate birth-registration answers.json --on 2026-12-01 --json`,
  options: { on: { type: 'string' }, json: { type: 'boolean' }, ...SCHEMAS_OPTION }, takes: [2, 2],
  async run({ values, positionals: [wanted = '', file = ''] }, context) {
    const bytes = readBounded(path.resolve(context.cwd, file))
    if (bytes === undefined) {
      context.err(`motcua validate: cannot read ${file}. Name a file with answers as JSON.`)
      return 2
    }
    const read = readAnswers(bytes)
    const sample = 'mistakes' in read ? undefined : sampleIn(read.answers)
    const on = dayOf(sample === undefined ? values : { on: sample.today, ...values }, 'validate', context)
    if (on === undefined) return 2
    const catalogue = await openCatalogue('validate', textOption(values, 'schemas'), context)
    if (catalogue === undefined) return 2
    const entry = findVersion(catalogue, wanted, on, 'validate', context)
    if (entry === undefined) return 2
    if ('mistakes' in read) {
      if (values.json === true) context.out(JSON.stringify({ procedure: entry.slug, on, mistakes: read.mistakes }, null, 2))
      else {
        for (const { code, line, message: sentence, fix } of read.mistakes) {
          context.err(`${paint('bold', line === 0 ? file : `${file}:${line}`, context)}  ${paint('red', `[${code}]`, context)}`)
          context.err(`  ${sentence}`)
          context.err(`  Fix: ${fix}`)
        }
      }
      return 1
    }
    const answers = sample === undefined ? read.answers : sample.answers
    const definition = await entry.load()
    const issues = judge(definition, answers, on)
    const errors = issues.filter(({ severity }) => severity === 'error').length
    if (values.json === true) {
      context.out(JSON.stringify({ procedure: entry.slug, version: entry.effectiveFrom, on, issues: issues.map((issue) => ({ ...issue, message: wordsOf(issue, definition) })) }, null, 2))
      return errors > 0 ? 1 : 0
    }
    const tree = new Map([[file, { path: file, text: read.text, value: read.answers }]])
    for (const issue of issues.slice(0, SHOWN)) {
      const line = lineOf(tree, file, `${sample === undefined ? '' : '/answers'}${issue.pointer}`)
      context.err(`${paint('bold', `${file}:${line}`, context)}  ${issue.pointer || '(whole file)'}  ${paint(issue.severity === 'error' ? 'red' : 'yellow', `[${issue.code}]`, context)}${issue.severity === 'warning' ? ' warning' : ''}`)
      context.err(`  ${wordsOf(issue, definition)}`)
    }
    if (issues.length > SHOWN) context.err(`… and ${issues.length - SHOWN} more; --json gives them all.`)
    const summary = `${entry.slug}, version of ${entry.effectiveFrom}: ${errors} ${errors === 1 ? 'error' : 'errors'}, ${issues.length - errors} ${issues.length - errors === 1 ? 'warning' : 'warnings'}.`
    if (errors > 0) context.err(summary)
    else context.out(paint('green', summary, context))
    return errors > 0 ? 1 : 0
  },
}

/** The sample a file of the schemas folder holds: its answers, and the day it is judged on. */
function sampleIn(value: JsonValue): { answers: JsonValue; today: string } | undefined {
  return isJsonObject(value) && value.answers !== undefined && typeof value.today === 'string' && parseCalendarDate(value.today) !== null ? { answers: value.answers, today: value.today } : undefined
}

/** What the schema, the rules and the list of places find: a value of the wrong form does not hide what is wrong elsewhere. */
function judge(definition: FormDefinition, answers: JsonValue, on: string): Issue[] {
  const issues = validateAnswers(definition.schema, answers)
  if (!isJsonObject(answers)) return issues
  const rules = checkRules(definition, answers, { now: () => new Date(`${on}T05:00:00Z`), rules: { calendar: createWorkingCalendar(workingCalendarData()) } })
  return [...issues, ...rules, ...checkPlaces(definition, answers, communes)]
}

/** How many of the questions in a part that is left out are named. */
const NAMED = 3

/** Words for an issue. Of what is no field the field words say too little: the whole file, a part left out, what only a list can say. */
function wordsOf(issue: Issue, definition: FormDefinition): string {
  const { code, pointer } = issue
  if (pointer === '' && code === 'type') return 'Tệp phải chứa một đối tượng JSON với các câu trả lời, ví dụ {"count": 2}.'
  if (code === 'communeUnknown') return `Danh sách xã, phường, đặc khu hiện hành không có mã đã chọn ở mục “${label(pointer, definition, 'vi')}”.`
  const inside = code === 'required' ? Object.keys(definition.locales.vi.fields).filter((field) => field.startsWith(`${pointer}/`)) : []
  if (inside.length === 0) return message(issue, definition, 'vi')
  return `Thiếu cả phần này, gồm ${inside.slice(0, NAMED).map((field) => `“${label(field, definition, 'vi')}”`).join(', ')}${inside.length > NAMED ? ' và những mục khác' : ''}.`
}

/** A file, up to one byte more than is taken: a device or a huge file ends there too. */
function readBounded(file: string): Uint8Array | undefined {
  let handle: number
  try {
    handle = openSync(file, 'r')
  } catch {
    return undefined
  }
  try {
    const bytes = new Uint8Array(ANSWER_LIMITS.bytes + 1)
    let length = 0
    for (let read = -1; read !== 0 && length < bytes.length; length += read) read = readSync(handle, bytes, length, bytes.length - length, null)
    return bytes.subarray(0, length)
  } catch {
    return undefined
  } finally {
    closeSync(handle)
  }
}
