import { defineConfig } from 'tsup'
import { library } from '../../tsup.base.ts'

export default defineConfig(library({ entry: ['src/index.ts', 'src/vietqr.ts', 'src/bank-webhook.ts', 'src/errors.ts', 'src/testing.ts'] }))
