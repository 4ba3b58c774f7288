import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { CommandContext } from '../command.ts'

const SCRIPT = path.join('dist', 'browser', 'motcua.single.js')

/**
 * The browser build of `@motcua/eforms` in one file: of the repository the schemas belong to (built when it is missing), else the
 * installed package's. Undefined, and said, when there is none.
 */
export async function browserBundle(command: string, schemas: string, context: CommandContext): Promise<string | undefined> {
  const own = path.join(schemas, '..', 'packages', 'eforms')
  const places = [own, installedAt(path.join(context.cwd, 'package.json')), installedAt(import.meta.url)].filter((place) => place !== undefined)
  const built = places.find((place) => existsSync(path.join(place, SCRIPT)))
  if (built !== undefined) return path.join(built, SCRIPT)
  if (existsSync(path.join(own, 'build-browser.ts')) && await buildIn(own, context)) return path.join(own, SCRIPT)
  context.err(`motcua ${command}: found no browser build of the eForms.`)
  context.err('  In a project: npm install --save-dev @motcua/eforms lit. In the repository: npm run build.')
  return undefined
}

function installedAt(from: string): string | undefined {
  try {
    return path.dirname(createRequire(from).resolve('@motcua/eforms/package.json'))
  } catch {
    return undefined
  }
}

async function buildIn(folder: string, context: CommandContext): Promise<boolean> {
  context.progress?.('Building the eForms for the browser …')
  const child = spawn(process.execPath, ['--conditions=@motcua/source', 'build-browser.ts'], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => { said = (said + text).slice(-2000) })
  const exit = await new Promise<number | null>((resolve) => { child.on('close', resolve).on('error', () => { resolve(null) }) })
  if (exit !== 0) context.err(said.trim())
  return exit === 0
}
