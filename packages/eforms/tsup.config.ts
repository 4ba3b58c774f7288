import { globSync } from 'node:fs'
import { defineConfig } from 'tsup'
import { library } from '../../tsup.base.ts'

const entries = [
  'index', 'define', 'elements/board/define', 'elements/eform/define', 'elements/dashboard/define', 'elements/feedback/define', 'elements/guide/define', 'elements/payment/define', 'elements/places/define', 'elements/procedure-finder/define', 'elements/sign/define', 'elements/tracker/define', 'elements/verify/define', 'form-tester/index', 'policy',
  ...globSync('fields/*/define.ts', { cwd: 'src' }).map((path) => path.replace(/\.ts$/, '')),
]

export default defineConfig(library({ entry: Object.fromEntries(entries.map((entry) => [entry, `src/${entry}.ts`])) }))
