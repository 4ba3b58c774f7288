import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { JsonObject, JsonValue } from '@motcua/core/json'
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser'
import type { Report } from './problem.ts'

/** One JSON file under `schemas/`. */
export interface SourceFile {
  /** Relative to the schemas folder, with forward slashes. */
  path: string
  text: string
  value: JsonValue
}

/** Every JSON file under `schemas/`, by relative path. */
export type SourceTree = ReadonlyMap<string, SourceFile>

/** Reads all JSON files under a schemas folder; files that are no JSON are reported and left out. */
export function readTree(root: string, report: Report): SourceTree {
  const files = new Map<string, SourceFile>()
  const names = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort()
  for (const name of names) {
    const text = readFileSync(path.join(root, name), 'utf8')
    const errors: ParseError[] = []
    const value: JsonValue = parse(text, errors, { disallowComments: true, allowTrailingComma: false })
    const [error] = errors
    if (error === undefined) files.set(name, { path: name, text, value })
    else {
      const line = text.slice(0, error.offset).split('\n').length
      report({
        code: 'not-json', file: name, pointer: '', line,
        message: `This is not JSON: ${printParseErrorCode(error.error)}.`,
        fix: 'Mend the syntax; JSON has no comments and no comma after the last element.',
      })
    }
  }
  return files
}

/** True for a JSON object (not an array, not null). */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The folders `procedures/<slug>/<effectiveFrom>` that hold a `procedure.json`, sorted. */
export function procedureFolders(tree: SourceTree): string[] {
  return [...tree.keys()].filter((name) => /^procedures\/[^/]+\/[^/]+\/procedure\.json$/.test(name)).map((name) => path.posix.dirname(name)).sort()
}
