import type { BlockCases } from '../../testing/block-cases.ts'
import { both, same } from '../../testing/kind-cases.ts'

const MAU = { fullName: 'Nguyễn Thị Mẫu', birthDate: '1958', sex: 'female' }

export const personCases: BlockCases = {
  legend: both('Thông tin cá nhân', 'Personal details'),
  first: { nationality: 'VN' },
  answers: [
    { ...MAU, nationality: 'VN', ethnicity: '01' },
    { ...MAU, nationality: 'LA' },
  ],
  reads: [same('Nguyễn Thị Mẫu'), same('1958'), both('Nữ', 'Female'), both('Việt Nam', 'Vietnam'), same('Kinh')],
  missing: both('Nhập họ, chữ đệm, tên.', 'Enter the full name.'),
  wrong: [
    { gives: { ...MAU, fullName: 'Mẫu 2', nationality: 'VN', ethnicity: '01' }, says: both('Họ tên chỉ gồm chữ cái, khoảng trắng, dấu nháy và dấu gạch nối.', 'A name has only letters, spaces, apostrophes and hyphens.') },
    { gives: { fullName: MAU.fullName, birthDate: MAU.birthDate, nationality: 'VN', ethnicity: '01' }, says: both('Chọn giới tính.', 'Choose the sex.') },
    { gives: { ...MAU, birthDate: '1958-13', nationality: 'VN', ethnicity: '01' }, says: both('Nhập một ngày có thật, hoặc chỉ tháng và năm, hoặc chỉ năm.', 'Enter a real date, or a month and year, or a year.') },
    { gives: { ...MAU, nationality: 'VN' }, says: both('Chọn dân tộc.', 'Choose the ethnic group.') },
  ],
}
