import { both, same } from '../../testing/kind-cases.ts'
import type { KindCases } from '../../testing/kind-cases.ts'

export const longTextCases: KindCases = {
  words: { vi: { label: 'Lý do' }, en: { label: 'Reason' } },
  schema: { type: 'string', maxLength: 60, pattern: '\\S' },
  attributes: { maxlength: '60' },
  answer: 'Nộp hồ sơ nhập học', value: 'Nộp hồ sơ nhập học', reads: same('Nộp hồ sơ nhập học'),
  typed: [['Dòng  một\nDòng hai ', 'Dòng một\nDòng hai']],
  nothing: ['  \n '],
  takenBack: 'emptied',
  missing: both('Bạn chưa trả lời mục “Lý do”.', 'You have not answered “Reason”.'),
  wrong: [
    // A letter with two marks of its own counts as the two or three characters that it is written with.
    { gives: `${'x'.repeat(58)}a\u0323\u0302\u0301b`, says: both('Mục “Lý do” chỉ được dài tối đa 60 ký tự.', '“Reason” may be at most 60 characters long.') },
  ],
}
