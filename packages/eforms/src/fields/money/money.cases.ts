import { both } from '../../testing/kind-cases.ts'
import type { KindCases } from '../../testing/kind-cases.ts'

const UNREAL = both('Hãy viết mục “Thu nhập hằng tháng” bằng chữ số, đơn vị đồng, ví dụ 1.500.000.', 'Write “Monthly income” in digits, in đồng, for example 1,500,000.')

export const moneyCases: KindCases = {
  words: { vi: { label: 'Thu nhập hằng tháng' }, en: { label: 'Monthly income' } },
  schema: { type: 'integer', minimum: 1000, maximum: 1_000_000_000 },
  attributes: { min: '1000', max: '1000000000' },
  answer: 1_500_000, value: '1500000', reads: both('1.500.000 đ', '1,500,000 đ'), boxed: both('1.500.000', '1,500,000'),
  typed: [['1500000', 1_500_000], ['1.500.000 đ', 1_500_000], ['1,500,000', 1_500_000], ['500000 đồng', 500_000], ['1.000', 1000]],
  nothing: ['  '],
  takenBack: 'emptied',
  missing: both('Bạn chưa trả lời mục “Thu nhập hằng tháng”.', 'You have not answered “Monthly income”.'),
  wrong: [
    ...['1,5 triệu', '500k'].map((gives) => ({ gives, says: UNREAL })),
    {
      gives: '500', says: both('Số tiền ở mục “Thu nhập hằng tháng” phải từ 1.000 đồng trở lên.', 'The amount in “Monthly income” must be 1,000 đồng or more.'),
      alone: both('Mục “Thu nhập hằng tháng” phải từ 1.000 đ trở lên.', '“Monthly income” must be 1,000 đ or more.'),
    },
    {
      gives: '2000000000', says: both('Số tiền ở mục “Thu nhập hằng tháng” không được quá 1.000.000.000 đồng.', 'The amount in “Monthly income” must be 1,000,000,000 đồng or less.'),
      alone: both('Mục “Thu nhập hằng tháng” không được quá 1.000.000.000 đ.', '“Monthly income” must be 1,000,000,000 đ or less.'),
    },
    { gives: '-5', only: 'alone', says: UNREAL },
  ],
}
