import { both, same } from '../../testing/kind-cases.ts'
import type { KindCases } from '../../testing/kind-cases.ts'

const UNREAL = both('Mục “Số lượng bản sao” phải là số nguyên, chỉ gồm chữ số.', '“Number of copies” must be a whole number, in digits only.')

export const integerCases: KindCases = {
  words: { vi: { label: 'Số lượng bản sao' }, en: { label: 'Number of copies' } },
  schema: { type: 'integer', minimum: 1, maximum: 2000 },
  attributes: { min: '1', max: '2000' },
  answer: 2, value: '2', reads: same('2'),
  typed: [[' 12 ', 12], ['007', 7], ['1.500', 1500], ['1', 1], ['2 000', 2000]],
  nothing: ['  '],
  takenBack: 'emptied',
  missing: both('Bạn chưa trả lời mục “Số lượng bản sao”.', 'You have not answered “Number of copies”.'),
  wrong: [
    ...['12a', '1,5', '-'].map((gives) => ({ gives, says: UNREAL })),
    { gives: '0', says: both('Mục “Số lượng bản sao” phải từ 1 trở lên.', '“Number of copies” must be 1 or more.') },
    { gives: '2001', says: both('Mục “Số lượng bản sao” không được quá 2.000.', '“Number of copies” must be 2,000 or less.') },
  ],
}
