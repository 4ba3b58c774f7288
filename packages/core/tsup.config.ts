import { defineConfig } from 'tsup'
import { library } from '../../tsup.base.ts'

export default defineConfig(library({ entry: ['src/index.ts', 'src/errors.ts', 'src/text.ts', 'src/dates.ts', 'src/calendar.ts', 'src/identifiers.ts', 'src/money.ts', 'src/money-words.ts', 'src/rules.ts', 'src/json.ts', 'src/issue.ts', 'src/problem.ts', 'src/identity-card.ts', 'src/addresses.ts', 'src/date-words.ts'] }))
