import { both, same } from '../../testing/kind-cases.ts'
import type { KindCases } from '../../testing/kind-cases.ts'

export const phoneCases: KindCases = {
  words: { vi: { label: 'Số điện thoại' }, en: { label: 'Telephone' } },
  schema: { type: 'string', pattern: '^(?:0|\\+?84)[0-9]{9,10}$' },
  answer: '0912345678', value: '0912345678', reads: same('0912345678'),
  typed: [['0912 345 678', '0912345678'], ['0912.345.678', '0912345678'], ['+84 912-345-678', '+84912345678']],
  nothing: ['  '],
  takenBack: 'emptied',
  missing: both('Bạn chưa trả lời mục “Số điện thoại”.', 'You have not answered “Telephone”.'),
  wrong: ['0912', '0912 abc'].map((gives) => ({ gives, says: both('Hãy nhập mục “Số điện thoại” đủ chữ số, bắt đầu bằng 0, ví dụ 0912345678.', 'Write “Telephone” with all its digits, beginning with 0, for example 0912345678.') })),
  doubtful: [{
    value: '0112345678',
    says: both('Đầu số này chưa có trong danh sách của chúng tôi. Hãy xem lại; nếu đúng thì cứ tiếp tục.', 'We do not know this prefix. Look again; if it is right, go on.'),
  }],
}
