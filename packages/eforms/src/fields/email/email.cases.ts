import { both, same } from '../../testing/kind-cases.ts'
import type { KindCases } from '../../testing/kind-cases.ts'

export const emailCases: KindCases = {
  words: { vi: { label: 'Thư điện tử' }, en: { label: 'E-mail' } },
  schema: { type: 'string', pattern: '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$' },
  answer: 'mau@example.vn', value: 'mau@example.vn', reads: same('mau@example.vn'),
  typed: [[' mau@example.vn ', 'mau@example.vn']],
  nothing: ['  '],
  takenBack: 'emptied',
  missing: both('Bạn chưa trả lời mục “Thư điện tử”.', 'You have not answered “E-mail”.'),
  wrong: ['mau@', 'mau example.vn'].map((gives) => ({ gives, says: both('Hãy nhập mục “Thư điện tử” đầy đủ, ví dụ ten@example.vn.', 'Write “E-mail” in full, for example name@example.vn.') })),
}
