import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../workspace.ts'

/** Everything the benchmark writes. */
export const OUT = join(ROOT, '.artifacts/bench')

export interface Column {
  name: string
  label: string
  /** File below `forms/`. */
  form: string
  /** npm packages with pinned versions; installed when the column runs, never part of the workspace. */
  packages?: Readonly<Record<string, string>>
}

const REACT = { react: '19.3.1', 'react-dom': '19.3.1' }

export const COLUMNS: readonly Column[] = [
  { name: 'html', label: 'HTML by hand', form: 'html.ts' },
  { name: 'ours', label: 'ours', form: 'ours.ts' },
  { name: 'rjsf', label: 'RJSF', form: 'rjsf.js', packages: { '@rjsf/core': '6.11.1', '@rjsf/utils': '6.11.1', '@rjsf/validator-ajv8': '6.11.1', ...REACT } },
  { name: 'jsonforms', label: 'JSON Forms', form: 'json-forms.js', packages: { '@jsonforms/core': '3.8.0', '@jsonforms/react': '3.8.0', '@jsonforms/vanilla-renderers': '3.8.0', ...REACT } },
  { name: 'surveyjs', label: 'SurveyJS', form: 'surveyjs.js', packages: { 'survey-core': '2.5.38', 'survey-js-ui': '2.5.38' } },
]

/** Installs what a column needs and gives the folder its imports resolve from. Install scripts do not run. */
export function installColumn({ name, label, packages }: Column): string[] {
  if (!packages) return []
  const folder = join(OUT, 'peers', name)
  const manifest = `${JSON.stringify({ private: true, dependencies: packages }, undefined, 2)}\n`
  const file = join(folder, 'package.json')
  const done = join(folder, '.installed')
  if (!existsSync(done) || readFileSync(file, 'utf8') !== manifest) {
    console.error(`installing ${label} …`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, manifest)
    execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
    writeFileSync(done, '')
  }
  return [join(folder, 'node_modules')]
}
