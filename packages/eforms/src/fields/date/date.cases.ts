import { both, same } from '../../testing/kind-cases.ts'
import type { KindCases } from '../../testing/kind-cases.ts'

const UNREAL = both('Mục “Ngày cấp” phải là một ngày có thật, ví dụ 27 3 1985.', '“Date of issue” must be a real date, for example 27 3 1985.')

export const dateCases: KindCases = {
  words: { vi: { label: 'Ngày cấp' }, en: { label: 'Date of issue' } },
  schema: { type: 'string', format: 'date' },
  // Only the element has these: a form compares days by a rule.
  attributes: { min: '2020-01-01', max: '2026-11-21' },
  answer: '2021-11-05', value: '2021-11-05', reads: same('05/11/2021'),
  typed: [['5/11/2021', '2021-11-05'], ['05/11/2021', '2021-11-05'], ['29/2/2024', '2024-02-29'], ['1/1/2020', '2020-01-01'], ['21/11/2026', '2026-11-21']],
  nothing: ['//'],
  takenBack: 'emptied',
  missing: both('Bạn chưa trả lời mục “Ngày cấp”.', 'You have not answered “Date of issue”.'),
  wrong: [
    ...['31/2/2026', '29/2/2026', '5//2021', '//2021'].map((gives) => ({ gives, says: UNREAL })),
    { gives: '31/12/2019', only: 'alone', says: both('Mục “Ngày cấp” phải từ 01/01/2020 trở lên.', '“Date of issue” must be 1 January 2020 or more.') },
    { gives: '22/11/2026', only: 'alone', says: both('Mục “Ngày cấp” không được quá 21/11/2026.', '“Date of issue” must be 21 November 2026 or less.') },
  ],
}
