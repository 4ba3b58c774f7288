import { both, option, oneOf } from '../../testing/kind-cases.ts'
import type { KindCases } from '../../testing/kind-cases.ts'

const OPTIONS = [option('parent', 'Cha, mẹ', 'Parent'), option('other', 'Người khác', 'Somebody else')]

export const selectCases: KindCases = {
  words: { vi: { label: 'Quan hệ với người được cấp' }, en: { label: 'Relation to the subject' } },
  schema: oneOf(OPTIONS), options: OPTIONS,
  answer: 'parent', value: 'parent', reads: both('Cha, mẹ', 'Parent'),
  takenBack: 'emptied',
  missing: both('Bạn chưa trả lời mục “Quan hệ với người được cấp”.', 'You have not answered “Relation to the subject”.'),
  wrong: [{ gives: 'uncle', says: both('Hãy chọn một trong các lựa chọn ở mục “Quan hệ với người được cấp”.', 'Choose one of the options for “Relation to the subject”.') }],
}
