import { both } from '../../testing/kind-cases.ts'
import type { KindCases } from '../../testing/kind-cases.ts'

/** In a form it is worked out from `integer`, 8000 for each; alone it is what the page sets. */
export const readOnlyCases: KindCases = {
  words: { vi: { label: 'Lệ phí' }, en: { label: 'Fee' } },
  schema: { type: 'integer' },
  required: false,
  answer: 16_000, value: '16000', reads: both('16.000', '16,000'),
  takenBack: 'never',
  missing: undefined,
  wrong: [],
}
