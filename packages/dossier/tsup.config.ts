import { defineConfig } from 'tsup'
import { library } from '../../tsup.base.ts'

export default defineConfig(library({
  entry: ['src/index.ts', 'src/fees.ts', 'src/documents.ts', 'src/deadline.ts', 'src/step-log.ts', 'src/close-guard.ts'],
}))
