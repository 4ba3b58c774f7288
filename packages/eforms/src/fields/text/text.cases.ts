import { both, same } from '../../testing/kind-cases.ts'
import type { KindCases } from '../../testing/kind-cases.ts'

export const textCases: KindCases = {
  words: { vi: { label: 'Nghề nghiệp' }, en: { label: 'Occupation' } },
  schema: { type: 'string', minLength: 2, maxLength: 40, pattern: '\\S' },
  attributes: { minlength: '2', maxlength: '40' },
  answer: 'Nông dân', value: 'Nông dân', reads: same('Nông dân'),
  typed: [['  Nông   dân ', 'Nông dân'], ['Nông dân'.normalize('NFD'), 'Nông dân']],
  nothing: ['   '],
  takenBack: 'emptied',
  missing: both('Bạn chưa trả lời mục “Nghề nghiệp”.', 'You have not answered “Occupation”.'),
  wrong: [
    { gives: 'x', says: both('Mục “Nghề nghiệp” cần ít nhất 2 ký tự.', '“Occupation” needs at least 2 characters.') },
    { gives: 'x'.repeat(41), says: both('Mục “Nghề nghiệp” chỉ được dài tối đa 40 ký tự.', '“Occupation” may be at most 40 characters long.') },
    { gives: 'B12x', only: 'alone', attributes: { pattern: '[A-Z]\\d+' }, says: both('Mục “Nghề nghiệp” chưa viết đúng dạng được yêu cầu.', '“Occupation” is not written in the form that is asked for.') },
  ],
}
