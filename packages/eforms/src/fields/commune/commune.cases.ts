import { both, same } from '../../testing/kind-cases.ts'
import type { KindCases } from '../../testing/kind-cases.ts'

export const communeCases: KindCases = {
  words: { vi: { label: 'Nơi đã đăng ký' }, en: { label: 'Place of registration' } },
  schema: { type: 'string', pattern: '^[0-9]{5}$' },
  answer: '30838', value: '30838', reads: same('Xã Mỹ Thuận, An Giang'),
  typed: [['xa my thuan, an giang', '30838'], ['ba dinh', '00004']],
  // Two communes have that name, none has the other.
  nothing: ['my thuan', 'sao hỏa'],
  takenBack: 'emptied',
  missing: both('Bạn chưa trả lời mục “Nơi đã đăng ký”.', 'You have not answered “Place of registration”.'),
  wrong: [{ gives: '99999', only: 'alone', says: both('Hãy chọn một trong các lựa chọn ở mục “Nơi đã đăng ký”.', 'Choose one of the options for “Place of registration”.') }],
}
