import type { BlockCases } from '../../testing/block-cases.ts'
import { both, same } from '../../testing/kind-cases.ts'

export const addressCases: BlockCases = {
  legend: both('Nơi cư trú', 'Place of residence'),
  first: { scope: 'domestic' },
  answers: [
    { scope: 'domestic', province: '91', commune: '30838' },
    { scope: 'domestic', province: '91', commune: '30838', detail: 'Ấp Mỹ Thuận' },
    { scope: 'abroad', country: 'LA', foreign: 'Viêng Chăn' },
  ],
  reads: [both('Trong nước', 'In Viet Nam'), same('Tỉnh An Giang'), same('Xã Mỹ Thuận, An Giang')],
  missing: both('Chọn tỉnh hoặc thành phố.', 'Choose the province or city.'),
  wrong: [
    { gives: { scope: 'domestic', province: '91' }, says: both('Chọn xã, phường hoặc đặc khu.', 'Choose the commune, ward or special zone.') },
    {
      gives: { scope: 'domestic', province: '91', commune: '00004' },
      says: both('Xã, phường ở mục “Xã/Phường/Đặc khu” không thuộc tỉnh, thành phố bạn đã chọn. Hãy chọn lại.', 'The commune in “Commune, ward or special zone” is not in the province you chose. Choose again.'),
    },
    { gives: { scope: 'abroad', foreign: 'Viêng Chăn' }, says: both('Chọn quốc gia.', 'Choose the country.') },
    { gives: { scope: 'abroad', country: 'VN', foreign: 'Viêng Chăn' }, says: both('Chọn một nước khác Việt Nam; nếu ở Việt Nam, bạn chọn “Trong nước”.', 'Choose a country other than Viet Nam; if it is Viet Nam, choose “In Viet Nam”.') },
    { gives: { scope: 'abroad', country: 'LA' }, says: both('Nhập địa chỉ ở nước ngoài.', 'Enter the address abroad.') },
  ],
}
