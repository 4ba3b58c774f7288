import { defineConfig } from 'tsup'
import { library } from '../../tsup.base.ts'

export default defineConfig(library({ entry: ['src/index.ts', 'src/validate.ts', 'src/draft.ts', 'src/checks.ts', 'src/parse-input.ts', 'src/rows-from-table.ts', 'src/english.ts', 'src/read-typed.ts'] }))
