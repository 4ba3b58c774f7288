import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { JsonObject, JsonValue } from '@motcua/core/json'
import type { Report } from './problem.ts'
import { readJson } from './syntax.ts'

/** One JSON file under `schemas/`. */
export interface SourceFile {
  /** Relative to the schemas folder, with forward slashes. */
  path: string
  text: string
  value: JsonValue
}

/** Every JSON file under `schemas/`, by relative path. */
export type SourceTree = ReadonlyMap<string, SourceFile>

/** Reads all JSON files under a schemas folder; what cannot be read is reported and left out. */
export function readTree(root: string, report: Report): SourceTree {
  const files = new Map<string, SourceFile>()
  for (const name of jsonFiles(root, report)) {
    const text = textOf(path.join(root, name))
    if (text === undefined) {
      report({ code: 'unreadable-file', file: name, pointer: '', line: 1, message: 'The file cannot be read as UTF-8.', fix: 'Save it as UTF-8, readable for you.' })
      continue
    }
    const read = readJson(text)
    if ('value' in read) files.set(name, { path: name, text, value: read.value })
    else report({ file: name, pointer: '', ...read })
  }
  return files
}

function jsonFiles(root: string, report: Report): string[] {
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
    report({ code: 'no-folder', file: '', pointer: '', line: 1, message: 'There is no such folder.', fix: 'Name the folder that holds "procedures", "vocabulary" and "reference".' })
    return []
  }
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort()
}

function textOf(file: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file))
  } catch {
    return undefined
  }
}

/** True for a JSON object (not an array, not null). */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The folders `procedures/<slug>/<effectiveFrom>` that hold a `procedure.json`, sorted. */
export function procedureFolders(tree: SourceTree): string[] {
  return [...tree.keys()].filter((name) => /^procedures\/[^/]+\/[^/]+\/procedure\.json$/.test(name)).map((name) => path.posix.dirname(name)).sort()
}
