import { both, option, oneOf } from '../../testing/kind-cases.ts'
import type { KindCases } from '../../testing/kind-cases.ts'

const OPTIONS = [option('birth', 'Giấy khai sinh', 'Birth certificate'), option('household', 'Sổ hộ khẩu cũ', 'Old household book'), option('school', 'Học bạ', 'School report')]

export const checkboxesCases: KindCases = {
  words: { vi: { label: 'Bạn có giấy tờ nào?' }, en: { label: 'Which papers do you have?' } },
  schema: { type: 'array', uniqueItems: true, minItems: 2, maxItems: 2, items: oneOf(OPTIONS) }, options: OPTIONS,
  answer: ['birth', 'school'], value: 'birth school', parts: ['birth', 'school'], reads: both('Giấy khai sinh; Học bạ', 'Birth certificate; School report'),
  takenBack: 'ticked again',
  missing: both('Hãy chọn ít nhất một lựa chọn ở mục “Bạn có giấy tờ nào?”.', 'Choose at least one option for “Which papers do you have?”.'),
  wrong: [
    { gives: ['birth', 'diary'], says: both('Hãy chọn một trong các lựa chọn ở mục “Bạn có giấy tờ nào?”.', 'Choose one of the options for “Which papers do you have?”.') },
    { gives: ['birth'], only: 'form', says: both('Mục “Bạn có giấy tờ nào?” cần ít nhất 2 lựa chọn.', 'Choose at least 2 options for “Which papers do you have?”.') },
    { gives: ['birth', 'household', 'school'], only: 'form', says: both('Mục “Bạn có giấy tờ nào?” chỉ được tối đa 2 lựa chọn.', 'Choose at most 2 options for “Which papers do you have?”.') },
  ],
}
