import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { filesBelow, ROOT, workspacePackages } from './workspace.ts'

/**
 * Which packages of the house each package may import. Arrows point one way:
 * core → schemas → { form-core, dossier, portal-client, payments, signatures } → { eforms, gateway } → sandbox, cli.
 */
const SIBLINGS = ['form-core', 'dossier', 'portal-client', 'payments', 'signatures']
const MAY_IMPORT: Record<string, readonly string[]> = {
  core: [],
  schemas: ['core'],
  ...Object.fromEntries(SIBLINGS.map((name) => [name, ['core', 'schemas']])),
  eforms: ['core', 'schemas', ...SIBLINGS],
  gateway: ['core', 'schemas', ...SIBLINGS],
  sandbox: ['core', 'schemas', ...SIBLINGS, 'eforms', 'gateway'],
  cli: ['core', 'schemas', ...SIBLINGS, 'eforms', 'gateway'],
}

// Not the examples in docstrings.
const IMPORT = /^(?!\s*(?:\*|\/\/)).*?(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/gm
/** Views stand in pages without elements too: `lit` itself brings the base class of elements, 2 kB for nothing. */
const VIEWS = /packages\/eforms\/src\/(dom|form|form-view|fields(?!.*-field\.ts$))\//
/** What only tests use stands beside them in these folders. */
const FOR_TESTS = /\/src\/(testing|a11y|input-methods|host-page)\//
const isTest = (file: string) => /\.(test|test-d|stories)\.ts$/.test(file) || file.includes('/test/')

/** Everything that breaks a wall, one sentence each. */
export function brokenWalls(): string[] {
  const broken: string[] = []
  const tools = new Set(Object.keys(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).devDependencies))
  for (const { folder, path, manifest } of workspacePackages()) {
    const allowed = MAY_IMPORT[folder]
    if (!allowed) { broken.push(`packages/${folder} has no place in the house: add it to scripts/walls.ts`); continue }
    for (const name of Object.keys(manifest.dependencies ?? {})) {
      const own = name.match(/^@motcua\/(.+)$/)?.[1]
      if (own && !allowed.includes(own)) broken.push(`packages/${folder}/package.json depends on ${name}; allowed: ${allowed.join(', ') || 'nothing'}`)
    }
    const declared = new Set([...Object.keys(manifest.dependencies ?? {}), ...Object.keys(manifest.peerDependencies ?? {})])
    const dev = new Set(Object.keys(manifest.devDependencies ?? {}))
    for (const file of filesBelow(join(path, 'src'), ['.ts']).filter((name) => !isTest(name))) {
      for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
        if (specifier.startsWith('.')) {
          if (!join(file, '..', specifier).startsWith(path)) broken.push(`${relative(ROOT, file)} reaches out of its package: ${specifier}`)
          continue
        }
        if (specifier === 'lit' && VIEWS.test(file)) broken.push(`${relative(ROOT, file)} is a view and imports lit; import from lit/html.js`)
        const own = specifier.match(/^@motcua\/([^/]+)/)?.[1]
        if (own && own !== folder && !allowed.includes(own)) broken.push(`${relative(ROOT, file)} imports ${specifier}; allowed: ${allowed.join(', ') || 'nothing'}`)
        const dependency = specifier.match(/^(@[^/]+\/[^/]+|[^@/][^/]*)/)?.[1] ?? specifier
        // What only builds or only tests may use what is installed for that.
        const ownDev = /\/(generator|testing)[/.]/.test(file) && dev.has(dependency)
        const testTool = FOR_TESTS.test(file) && tools.has(dependency)
        if (!specifier.startsWith('node:') && own !== folder && /^[@a-z]/.test(specifier) && !declared.has(dependency) && !ownDev && !testTool)
          broken.push(`${relative(ROOT, file)} imports ${dependency}, which packages/${folder}/package.json does not list`)
      }
    }
  }
  return broken
}

if (import.meta.main) {
  const broken = brokenWalls()
  for (const line of broken) console.error(line)
  console.log(broken.length === 0 ? 'walls hold' : `${broken.length} broken walls`)
  process.exitCode = broken.length === 0 ? 0 : 1
}
