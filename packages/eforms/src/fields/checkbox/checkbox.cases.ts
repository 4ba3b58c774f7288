import { both } from '../../testing/kind-cases.ts'
import type { KindCases } from '../../testing/kind-cases.ts'

export const checkboxCases: KindCases = {
  words: { vi: { label: 'Nhận kết quả qua bưu chính' }, en: { label: 'Receive the result by post' } },
  schema: { type: 'boolean' },
  // Of a statement, “not ticked” is no answer: nobody is made to tick it.
  required: false,
  answer: true, value: 'true', reads: both('Có', 'Yes'),
  takenBack: 'ticked again',
  // Only of an element that a page makes required.
  missing: both('Bạn chưa trả lời mục “Nhận kết quả qua bưu chính”.', 'You have not answered “Receive the result by post”.'),
  wrong: [],
}
