import type { BlockCases } from '../../testing/block-cases.ts'
import { both, same } from '../../testing/kind-cases.ts'

const ISSUED = { issuedOn: '2020-03-02', issuedBy: 'Cục Quản lý xuất nhập cảnh' }

export const identityDocumentCases: BlockCases = {
  legend: both('Giấy tờ tùy thân', 'Identity document'),
  first: {},
  answers: [
    { kind: 'passport', passportNumber: 'B1234567', ...ISSUED },
    { kind: 'identity-card', issuedOn: '2024-07-01', issuedBy: 'Bộ Công an' },
    { kind: 'old-identity-card', oldCardNumber: '351234567', issuedOn: '2009-01-31', issuedBy: 'Công an tỉnh An Giang' },
    { kind: 'other', otherName: 'Thẻ thường trú', otherNumber: 'TT/12-3', ...ISSUED },
  ],
  reads: [both('Hộ chiếu', 'Passport'), same('B1234567'), same('02/03/2020'), same('Cục Quản lý xuất nhập cảnh')],
  missing: both('Chọn loại giấy tờ tùy thân.', 'Choose the kind of identity document.'),
  wrong: [
    { gives: { kind: 'passport', ...ISSUED }, says: both('Nhập số hộ chiếu.', 'Enter the passport number.') },
    {
      gives: { kind: 'passport', passportNumber: 'b 12', ...ISSUED },
      says: both('Số hộ chiếu gồm 5 đến 15 chữ in hoa không dấu và chữ số, ví dụ C1234567.', 'A passport number has 5 to 15 capital letters and digits, for example C1234567.'),
    },
    { gives: { kind: 'old-identity-card', oldCardNumber: '35123456', ...ISSUED }, says: both('Số chứng minh nhân dân gồm đúng 9 chữ số.', 'The number of the old identity card has exactly 9 digits.') },
    { gives: { kind: 'other', otherNumber: 'TT/12-3', ...ISSUED }, says: both('Ghi tên giấy tờ.', 'Enter the name of the document.') },
    { gives: { kind: 'identity-card', issuedBy: 'Bộ Công an' }, says: both('Nhập ngày cấp giấy tờ.', 'Enter the date of issue.') },
    { gives: { kind: 'identity-card', issuedOn: '2020-02-31', issuedBy: 'Bộ Công an' }, says: both('Ngày cấp phải là một ngày có thật.', 'The date of issue must be a real date.') },
    { gives: { kind: 'identity-card', issuedOn: '2024-07-01' }, says: both('Ghi nơi cấp giấy tờ.', 'Enter who issued the document.') },
  ],
}
