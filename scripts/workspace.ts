import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

export interface WorkspacePackage {
  /** Folder name below `packages/`. */
  folder: string
  path: string
  manifest: {
    name: string
    private?: boolean
    dependencies?: Record<string, string>
    devDependencies?: Record<string, string>
    peerDependencies?: Record<string, string>
    exports?: Record<string, unknown>
  }
}

export function workspacePackages(): WorkspacePackage[] {
  return readdirSync(join(ROOT, 'packages'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => {
      const path = join(ROOT, 'packages', entry.name)
      return { folder: entry.name, path, manifest: JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) }
    })
}

/** Every file below `dir` whose name ends with one of `endings`, generated and built folders left out. */
export function filesBelow(dir: string, endings: readonly string[]): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const path = join(dir, entry.name)
    if (entry.isDirectory()) return ['node_modules', 'dist', 'storybook-static'].includes(entry.name) ? [] : filesBelow(path, endings)
    return endings.some((ending) => entry.name.endsWith(ending)) ? [path] : []
  })
}
