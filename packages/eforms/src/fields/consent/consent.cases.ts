import { both } from '../../testing/kind-cases.ts'
import type { KindCases } from '../../testing/kind-cases.ts'

export const consentCases: KindCases = {
  words: {
    vi: { label: 'Tôi đồng ý cho tra cứu giấy khai sinh của tôi.', details: 'Dữ liệu được đối chiếu một lần.\nKết quả không được lưu.' },
    en: { label: 'I agree that my birth certificate is looked up.', details: 'Data are compared once.\nNothing is kept.' },
  },
  schema: { type: 'boolean', const: true },
  answer: true, value: 'true', reads: both('Có', 'Yes'),
  takenBack: 'ticked again',
  missing: both('Bạn cần đồng ý với mục “Tôi đồng ý cho tra cứu giấy khai sinh của tôi.” để tiếp tục.', 'You need to agree to “I agree that my birth certificate is looked up.” to go on.'),
  // A “no” that a script writes is not what was asked for either.
  wrong: [{ gives: false, only: 'form', says: both('Bạn cần đồng ý với mục “Tôi đồng ý cho tra cứu giấy khai sinh của tôi.” để tiếp tục.', 'You need to agree to “I agree that my birth certificate is looked up.” to go on.') }],
}
