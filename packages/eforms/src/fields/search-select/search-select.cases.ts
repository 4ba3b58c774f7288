import { both, option, oneOf } from '../../testing/kind-cases.ts'
import type { KindCases } from '../../testing/kind-cases.ts'

const OPTIONS = [
  option('kinh', 'Kinh', 'Kinh'), option('tay', 'Tày', 'Tay'), option('thai', 'Thái', 'Thai'), option('muong', 'Mường', 'Muong'),
  option('khmer', 'Khơ-me', 'Khmer'), option('dao', 'Dao', 'Dao'), option('ede', 'Ê-đê', 'E-de'), option('xodang', 'Xơ Đăng', 'Xo Dang'),
  { ...option('mong', 'Mông', 'Hmong'), alsoCalled: ['Mèo'] },
]

export const searchSelectCases: KindCases = {
  words: { vi: { label: 'Dân tộc' }, en: { label: 'Ethnic group' } },
  schema: oneOf(OPTIONS), options: OPTIONS,
  answer: 'kinh', value: 'kinh', reads: both('Kinh', 'Kinh'),
  // The whole words of one option, marks and case aside.
  typed: [['kho-me', 'khmer'], ['ê đê', 'ede'], ['TÀY', 'tay']],
  // Text that names none stays in the box and is no answer.
  nothing: ['sao hỏa', 'k', '  '],
  takenBack: 'emptied',
  missing: both('Bạn chưa trả lời mục “Dân tộc”.', 'You have not answered “Ethnic group”.'),
  wrong: [{ gives: 'martian', says: both('Hãy chọn một trong các lựa chọn ở mục “Dân tộc”.', 'Choose one of the options for “Ethnic group”.') }],
}
