import { both, same } from '../../testing/kind-cases.ts'
import type { KindCases } from '../../testing/kind-cases.ts'

export const provinceCases: KindCases = {
  words: { vi: { label: 'Tỉnh, thành phố' }, en: { label: 'Province' } },
  schema: { type: 'string', enum: ['01', '86', '91'] },
  answer: '91', value: '91', reads: same('Tỉnh An Giang'), boxed: same('An Giang'),
  takenBack: 'emptied',
  missing: both('Bạn chưa trả lời mục “Tỉnh, thành phố”.', 'You have not answered “Province”.'),
  wrong: [{ gives: '00', says: both('Hãy chọn một trong các lựa chọn ở mục “Tỉnh, thành phố”.', 'Choose one of the options for “Province”.') }],
}
