import { both, same } from '../../testing/kind-cases.ts'
import type { KindCases } from '../../testing/kind-cases.ts'

const PATTERN = both('Họ, chữ đệm, tên chỉ gồm chữ cái.', 'A name has letters only.')
const CHARACTERS = both(
  'Mục “Họ, chữ đệm, tên người yêu cầu” chỉ gồm chữ cái, khoảng trắng, dấu nháy và dấu gạch nối, dài từ 2 đến 100 ký tự.',
  '“Requester’s full name” has letters, spaces, apostrophes and hyphens only, 2 to 100 characters.',
)

export const personNameCases: KindCases = {
  words: {
    // Which letters a name has is said by the locale that has the pattern.
    vi: { label: 'Họ, chữ đệm, tên người yêu cầu', messages: { pattern: PATTERN.vi } },
    en: { label: 'Requester’s full name', messages: { pattern: PATTERN.en } },
  },
  schema: { type: 'string', minLength: 2, maxLength: 100, pattern: '^\\p{L}[\\p{L}\\p{M}\'. \\-]*$' },
  answer: 'Nguyễn Thị Mẫu', value: 'Nguyễn Thị Mẫu', reads: same('Nguyễn Thị Mẫu'),
  typed: [[' Nguyễn Thị  Mẫu', 'Nguyễn Thị Mẫu'], ['Y’Bluk Niê', 'Y\'Bluk Niê'], ['Nguyê\u0303n\u00A0Thị\u200B Mẫu\uFEFF', 'Nguyễn Thị Mẫu']],
  nothing: ['  '],
  takenBack: 'emptied',
  missing: both('Bạn chưa trả lời mục “Họ, chữ đệm, tên người yêu cầu”.', 'You have not answered “Requester’s full name”.'),
  wrong: [
    { gives: 'Nguyễn 2', says: PATTERN, alone: CHARACTERS },
    { gives: 'A', says: both('Mục “Họ, chữ đệm, tên người yêu cầu” cần ít nhất 2 ký tự.', '“Requester’s full name” needs at least 2 characters.'), alone: CHARACTERS },
  ],
  doubtful: [{
    value: 'Nguyeenx Thij Maaux',
    says: both('Tên này có vẻ chưa gõ xong dấu hoặc còn thiếu phần. Hãy xem lại; nếu đúng thì cứ tiếp tục.', 'Marks may be missing from this name, or a part of it. Look again; if it is right, go on.'),
  }],
}
