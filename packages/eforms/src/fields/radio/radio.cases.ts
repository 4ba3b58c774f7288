import { both, option, oneOf } from '../../testing/kind-cases.ts'
import type { KindCases } from '../../testing/kind-cases.ts'

const OPTIONS = [option('parent', 'Cha, mẹ', 'Parent'), option('other', 'Người khác', 'Somebody else')]

export const radioCases: KindCases = {
  words: { vi: { label: 'Bạn xin bản sao cho ai?' }, en: { label: 'For whom are the copies?' } },
  schema: oneOf(OPTIONS), options: OPTIONS,
  answer: 'parent', value: 'parent', reads: both('Cha, mẹ', 'Parent'),
  takenBack: 'never',
  missing: both('Bạn chưa trả lời mục “Bạn xin bản sao cho ai?”.', 'You have not answered “For whom are the copies?”.'),
  wrong: [{ gives: 'uncle', says: both('Hãy chọn một trong các lựa chọn ở mục “Bạn xin bản sao cho ai?”.', 'Choose one of the options for “For whom are the copies?”.') }],
}
