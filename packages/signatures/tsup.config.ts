import { defineConfig } from 'tsup'
import { library } from '../../tsup.base.ts'

export default defineConfig(library({ entry: ['src/index.ts', 'src/sign.ts', 'src/verify.ts', 'src/manifest.ts', 'src/remote.ts', 'src/testing.ts'] }))
