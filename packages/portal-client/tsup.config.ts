import { defineConfig } from 'tsup'
import { library } from '../../tsup.base.ts'

export default defineConfig(library({ entry: ['src/index.ts', 'src/appointments.ts', 'src/filing.ts', 'src/dossiers.ts', 'src/prefill.ts', 'src/sign-in.ts', 'src/signing.ts', 'src/feedback.ts', 'src/statistics.ts', 'src/upload.ts'] }))
