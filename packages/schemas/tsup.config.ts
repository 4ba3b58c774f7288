import { defineConfig } from 'tsup'
import { library } from '../../tsup.base.ts'

export default defineConfig(library({ entry: [
  'src/index.ts', 'src/catalogue.ts', 'src/definition.ts', 'src/definitions.ts', 'src/reference.ts', 'src/communes.ts',
  'src/extract-copy.ts', 'src/birth-registration.ts',
] }))
