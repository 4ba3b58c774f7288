import { both, same } from '../../testing/kind-cases.ts'
import type { KindCases } from '../../testing/kind-cases.ts'

export const personalIdCases: KindCases = {
  words: { vi: { label: 'Số định danh cá nhân' }, en: { label: 'Personal identification number' } },
  schema: { type: 'string', pattern: '^[0-9]{12}$' },
  answer: '089058000001', value: '089058000001', reads: same('089058000001'),
  typed: [['089 058 000001', '089058000001'], ['089.058.000.001', '089058000001'], ['089058\u200B000001', '089058000001']],
  nothing: ['  '],
  takenBack: 'emptied',
  missing: both('Bạn chưa trả lời mục “Số định danh cá nhân”.', 'You have not answered “Personal identification number”.'),
  wrong: ['08905800000', 'B1234567'].map((gives) => ({ gives, says: both('Mục “Số định danh cá nhân” gồm đúng 12 chữ số.', '“Personal identification number” has exactly 12 digits.') })),
  doubtful: [{
    value: '003058000001',
    says: both('Ba số đầu không khớp với tỉnh hay nước nào trong danh sách. Hãy xem lại; nếu đúng thì cứ tiếp tục.', 'The first three digits stand for no province or country we know. Look again; if they are right, go on.'),
  }],
}
