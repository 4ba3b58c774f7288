import { both, same } from '../../testing/kind-cases.ts'
import type { KindCases } from '../../testing/kind-cases.ts'

const UNREAL = both(
  'Mục “Ngày, tháng, năm sinh (hoặc năm sinh)” phải là một ngày có thật, hoặc tháng và năm, hoặc chỉ năm.',
  '“Date of birth (or year)” must be a real date, or a month and year, or a year alone.',
)

export const partialDateCases: KindCases = {
  words: { vi: { label: 'Ngày, tháng, năm sinh (hoặc năm sinh)' }, en: { label: 'Date of birth (or year)' } },
  schema: { type: 'string', pattern: '^[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?$' },
  answer: '1958', value: '1958', reads: same('1958'),
  typed: [['//1958', '1958'], ['/3/1958', '1958-03'], ['2/3/1958', '1958-03-02']],
  nothing: ['//'],
  takenBack: 'emptied',
  missing: both('Bạn chưa trả lời mục “Ngày, tháng, năm sinh (hoặc năm sinh)”.', 'You have not answered “Date of birth (or year)”.'),
  wrong: ['/13/1958', '2//1958', '2/3/'].map((gives) => ({ gives, says: UNREAL })),
}
