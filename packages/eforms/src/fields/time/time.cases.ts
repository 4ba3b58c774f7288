import { both, same } from '../../testing/kind-cases.ts'
import type { KindCases } from '../../testing/kind-cases.ts'

export const timeCases: KindCases = {
  words: { vi: { label: 'Giờ sinh' }, en: { label: 'Time of birth' } },
  schema: { type: 'string', pattern: '^(?:[01][0-9]|2[0-3]):[0-5][0-9]$' },
  attributes: { min: '07:00', max: '17:00' },
  answer: '08:30', value: '08:30', reads: same('08:30'),
  typed: [['8h30', '08:30'], ['2 giờ 30 chiều', '14:30'], ['8 giờ rưỡi', '08:30'], ['0830', '08:30'], ['5h chiều', '17:00']],
  nothing: ['  '],
  takenBack: 'emptied',
  missing: both('Bạn chưa trả lời mục “Giờ sinh”.', 'You have not answered “Time of birth”.'),
  wrong: [
    ...['24:10', '25h', '7'].map((gives) => ({ gives, says: both('Mục “Giờ sinh” phải là giờ trong ngày, ví dụ 7:30 hoặc 19:05.', '“Time of birth” must be a time of day, for example 7:30 or 19:05.') })),
    { gives: '17:01', only: 'alone', says: both('Mục “Giờ sinh” không được quá 17:00.', '“Time of birth” must be 17:00 or less.') },
  ],
}
