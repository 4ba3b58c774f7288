import { defineConfig } from 'tsup'
import { library } from '../../tsup.base.ts'

const entries = [
  'index', 'define', 'elements/eform/define', 'elements/payment/define', 'elements/tracker/define', 'elements/verify/define',
  'field-shell/text-field/define', 'field-shell/date-field/define', 'field-shell/select-field/define', 'form-tester/index',
]

export default defineConfig(library({ entry: Object.fromEntries(entries.map((entry) => [entry, `src/${entry}.ts`])) }))
