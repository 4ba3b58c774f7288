import type { Issue } from '@motcua/core/issue'
import type { JsonObject, JsonValue } from '@motcua/core/json'
import { validateAnswers } from '@motcua/form-core/validate'
import { isJsonObject, type Report, type SourceTree, valueAt } from '@motcua/schemas/generator'
import { reportBlanks } from './blanks.ts'
import { reportDuplicateKeys } from './duplicate-keys.ts'
import { metaSchemasAt } from './meta-place.ts'
import { metaSchemaOf } from './tree-parts.ts'

/** Holds every file against the meta-schema of its kind, and its text against Unicode normal form C. */
export function checkMeta(tree: SourceTree, report: Report): void {
  for (const file of tree.values()) {
    const line = decomposedLine(file.text)
    if (line !== undefined) {
      report({
        code: 'not-nfc', file: file.path, pointer: '', line, message: 'The text is not in Unicode normal form C.',
        fix: 'Save the file with composed letters (NFC): the same word must always be the same bytes.',
      })
    }
    reportDuplicateKeys(file, report)
    const kind = metaSchemaOf(file.path)
    if (kind === undefined) {
      if (file.path.startsWith('procedures/') || file.path.startsWith('vocabulary/')) {
        report({
          code: 'unexpected-file', file: file.path, pointer: '', message: 'Files of this name mean nothing here.',
          fix: 'A version has procedure.json, form.schema.json, form.layout.json, locales/{vi,en}.json and samples/{valid,invalid}/*.json.',
        })
      }
      continue
    }
    const meta = tree.get(kind)?.value
    if (!isJsonObject(meta)) {
      report({ code: 'missing-file', file: kind, pointer: '', message: 'The meta-schema is missing.', fix: 'Restore the folder schemas/meta.' })
      continue
    }
    const blanks = reportBlanks(file, report)
    for (const issue of topmost(validateAnswers(meta, file.value))) {
      if (blanks.has(issue.pointer)) continue
      report({
        code: isProfile(kind) && issue.code === 'notAllowed' ? 'keyword-outside-profile' : 'meta-schema', file: file.path, pointer: issue.pointer,
        message: describe(issue, kind, valueAt(file.value, issue.pointer)), fix: fixOf(issue, kind, meta, file.value),
      })
    }
  }
}

/** Names what would be right, as far as the meta-schema lists it. */
function fixOf(issue: Issue, kind: string, meta: JsonObject, value: JsonValue): string {
  const see = `Write it as ${kind} describes.`
  if (issue.code === 'enum' || issue.code === 'const') {
    const values = metaSchemasAt(meta, value, issue.pointer).flatMap((schema) => (Array.isArray(schema.enum) ? schema.enum : schema.const === undefined ? [] : [schema.const]))
    return values.length === 0 ? see : `Use ${values.length === 1 ? '' : 'one of '}${values.map((item) => JSON.stringify(item)).join(', ')}.`
  }
  if (issue.code === 'notAllowed') {
    const parent = issue.pointer.slice(0, issue.pointer.lastIndexOf('/'))
    const keys = metaSchemasAt(meta, value, parent).flatMap((schema) => (isJsonObject(schema.properties) ? Object.keys(schema.properties) : []))
    if (keys.length > 0) return `Known here: ${keys.join(', ')}.${isProfile(kind) ? ' Every engine of the kit gives the same result for those.' : ''}`
  }
  return see
}

function isProfile(kind: string): boolean {
  return kind === 'meta/form.profile.json'
}

/** First line (from 1) that is not in normal form C. */
function decomposedLine(text: string): number | undefined {
  if (text === text.normalize('NFC')) return undefined
  return text.split('\n').findIndex((line) => line !== line.normalize('NFC')) + 1
}

/** One problem per place: a wrong value often breaks several keywords, and its children only repeat it. */
function topmost(issues: readonly Issue[]): Issue[] {
  const kept: Issue[] = []
  for (const issue of issues.toSorted((a, b) => a.pointer.length - b.pointer.length)) {
    if (!kept.some((other) => issue.pointer === other.pointer || issue.pointer.startsWith(`${other.pointer}/`))) kept.push(issue)
  }
  return kept
}

function describe(issue: Issue, kind: string, value: unknown): string {
  const name = issue.pointer.slice(issue.pointer.lastIndexOf('/') + 1)
  const came = value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 80)
  switch (issue.code) {
    case 'required': return `"${name}" is missing.`
    case 'notAllowed': return isProfile(kind) ? `The keyword "${name}" is not allowed here.` : `"${name}" is not a known key here.`
    case 'type': return `Expected ${String(issue.params.expected)}, got ${came}.`
    case 'enum': case 'const': return `${came} is not one of the values allowed here.`
    case 'anyOf': return `${came} fits none of the forms allowed here.`
    case 'pattern': case 'format': return `${came} does not have the expected form.`
    default: return `${came} breaks "${issue.code}".`
  }
}
