import { both } from '../../testing/kind-cases.ts'
import type { KindCases } from '../../testing/kind-cases.ts'

const UNREAL = both(
  'Hãy viết mục “Chiều cao (mét)” bằng chữ số, phần lẻ sau dấu phẩy, không tách hàng nghìn: 1500 hoặc 1,5.',
  'Write “Height (metres)” in digits with a comma or point before the decimals and nothing between thousands: 1500 or 1.5.',
)

export const numberCases: KindCases = {
  words: { vi: { label: 'Chiều cao (mét)' }, en: { label: 'Height (metres)' } },
  schema: { type: 'number', minimum: 0.25, maximum: 2.5 },
  attributes: { min: '0.25', max: '2.5' },
  answer: 1.65, value: '1.65', reads: both('1,65', '1.65'),
  typed: [['1,65', 1.65], ['1.65', 1.65], ['2', 2], ['2,5', 2.5], ['1,1250', 1.125]],
  nothing: ['  '],
  takenBack: 'emptied',
  missing: both('Bạn chưa trả lời mục “Chiều cao (mét)”.', 'You have not answered “Height (metres)”.'),
  wrong: [
    // One mark with three digits after it may part thousands or decimals: nothing is guessed.
    ...['1.500', '1,2,3', 'một mét'].map((gives) => ({ gives, says: UNREAL })),
    { gives: '0,1', says: both('Mục “Chiều cao (mét)” phải từ 0,25 trở lên.', '“Height (metres)” must be 0.25 or more.') },
    { gives: '3', says: both('Mục “Chiều cao (mét)” không được quá 2,5.', '“Height (metres)” must be 2.5 or less.') },
  ],
}
