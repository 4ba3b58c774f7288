import { page } from 'vitest/browser'
import { FIXTURE_PLACES } from './definition.ts'

/** One stand-alone field as the shared suite drives it. */
export interface FieldCase {
  tag: string
  /** The answer as text, as the attribute takes it and the form receives it. */
  value: string
  /** Gives that answer as a person does. */
  fill(): Promise<unknown>
  /** An answer that can be typed and is not valid, with its message; without it there is none. */
  wrong?: readonly [value: string, message: string]
  /** What a locked field reads; of a block, its last answer. */
  reads: string
  /** What the form receives, when that is not `value` under the name of the field. */
  entries?: ReadonlyArray<readonly [name: string, value: string]>
  /** Several entries under the name of the field. */
  parts?: readonly string[]
  /** What is said when it is required and empty; of a block, its first question. */
  missing?: Readonly<Record<'vi' | 'en', string>>
  choices?: ReadonlyArray<readonly [value: string, label: string]>
}

/** The label of every field here. */
export const LABEL = 'Thử'
const CHOICES = [['1', 'Một'], ['2', 'Hai']] as const
const box = () => page.getByLabelText(LABEL, { exact: false })
const type = (text: string) => () => box().fill(text)
const typeDate = (day: string, month: string, year: string) => async () => {
  for (const [part, text] of [['Ngày', day], ['Tháng', month], ['Năm', year]] as const) await page.getByLabelText(part).fill(text)
}

const chooseCommune = async () => {
  await page.getByRole('combobox', { name: /Thử|Xã/ }).fill('my thuan')
  await page.getByRole('option', { name: 'Xã Mỹ Thuận, An Giang' }).click()
}

export const FIELD_CASES: readonly FieldCase[] = [
  { tag: 'motcua-text-field', value: 'Mỹ Thuận', fill: type('Mỹ  Thuận '), reads: 'Mỹ Thuận' },
  { tag: 'motcua-long-text-field', value: 'Dòng một\nDòng hai', fill: type('Dòng một\nDòng hai'), reads: 'Dòng một\nDòng hai' },
  { tag: 'motcua-integer-field', value: '12', fill: type('12'), wrong: ['12a', 'Mục “Thử” phải là số nguyên, chỉ gồm chữ số.'], reads: '12' },
  {
    tag: 'motcua-date-field', value: '2026-11-21', fill: typeDate('21', '11', '2026'), wrong: ['2026-02-31', 'Mục “Thử” phải là một ngày có thật, ví dụ 27 3 1985.'],
    reads: '21/11/2026',
  },
  {
    tag: 'motcua-partial-date-field', value: '1958-03', fill: typeDate('', '3', '1958'), wrong: ['1958-13', 'Mục “Thử” phải là một ngày có thật, hoặc tháng và năm, hoặc chỉ năm.'],
    reads: '03/1958',
  },
  { tag: 'motcua-select-field', value: '2', choices: CHOICES, fill: () => box().selectOptions('Hai'), wrong: ['3', 'Hãy chọn một trong các lựa chọn ở mục “Thử”.'], reads: 'Hai' },
  { tag: 'motcua-radio-field', value: '2', choices: CHOICES, fill: () => page.getByRole('radio', { name: 'Hai' }).click(), wrong: ['3', 'Hãy chọn một trong các lựa chọn ở mục “Thử”.'], reads: 'Hai' },
  { tag: 'motcua-checkbox-field', value: 'true', fill: () => box().click(), reads: 'on' },
  { tag: 'motcua-number-field', value: '1.5', fill: type('1,5'), wrong: ['1,2,3', 'Hãy viết mục “Thử” bằng chữ số, phần lẻ sau dấu phẩy, không tách hàng nghìn: 1500 hoặc 1,5.'], reads: '1,5' },
  { tag: 'motcua-money-field', value: '1500000', fill: type('1.500.000 đ'), wrong: ['-5', 'Hãy viết mục “Thử” bằng chữ số, đơn vị đồng, ví dụ 1.500.000.'], reads: '1.500.000' },
  { tag: 'motcua-time-field', value: '07:30', fill: type('7h30'), wrong: ['24:10', 'Mục “Thử” phải là giờ trong ngày, ví dụ 7:30 hoặc 19:05.'], reads: '07:30' },
  { tag: 'motcua-search-select-field', value: '2', choices: CHOICES, fill: async () => { await page.getByRole('combobox').fill('hai'); await page.getByRole('option', { name: 'Hai' }).click() }, wrong: ['3', 'Hãy chọn một trong các lựa chọn ở mục “Thử”.'], reads: 'Hai' },
  { tag: 'motcua-yes-no-field', value: 'false', fill: () => page.getByRole('radio', { name: 'Không' }).click(), reads: 'Không' },
  { tag: 'motcua-checkboxes-field', value: '1 2', choices: CHOICES, parts: ['1', '2'], fill: async () => { await page.getByRole('checkbox', { name: 'Hai' }).click(); await page.getByRole('checkbox', { name: 'Một' }).click() }, wrong: ['3', 'Hãy chọn một trong các lựa chọn ở mục “Thử”.'], reads: 'Một; Hai' },
  { tag: 'motcua-consent-field', value: 'true', fill: () => box().click(), reads: 'on', missing: { vi: 'Bạn cần đồng ý với mục “Thử” để tiếp tục.', en: 'You need to agree to “Thử” to go on.' } },
  {
    tag: 'motcua-phone-field', value: '0912345678', fill: type('0912 345 678'), wrong: ['0912', 'Hãy nhập mục “Thử” đủ chữ số, bắt đầu bằng 0, ví dụ 0912345678.'],
    reads: '0912345678',
  },
  { tag: 'motcua-email-field', value: 'mau@example.vn', fill: type('mau@example.vn '), wrong: ['mau@', 'Hãy nhập mục “Thử” đầy đủ, ví dụ ten@example.vn.'], reads: 'mau@example.vn' },
  {
    tag: 'motcua-person-name-field', value: 'Nguyễn Thị Mẫu', fill: type('Nguyễn Thị Mẫu'),
    wrong: ['Nguyễn 2', 'Mục “Thử” chỉ gồm chữ cái, khoảng trắng, dấu nháy và dấu gạch nối, dài từ 2 đến 100 ký tự.'], reads: 'Nguyễn Thị Mẫu',
  },
  { tag: 'motcua-personal-id-field', value: '089058000001', fill: type('089 058 000001'), wrong: ['08905800000', 'Mục “Thử” gồm đúng 12 chữ số.'], reads: '089058000001' },
  { tag: 'motcua-province-field', value: '91', fill: () => box().selectOptions('An Giang'), wrong: ['00', 'Hãy chọn một trong các lựa chọn ở mục “Thử”.'], reads: 'An Giang' },
  {
    tag: 'motcua-commune-field', value: '30838', wrong: ['99999', 'Hãy chọn một trong các lựa chọn ở mục “Thử”.'], reads: 'Xã Mỹ Thuận, An Giang',
    fill: chooseCommune,
  },
  {
    tag: 'motcua-address-field', value: '{"scope":"domestic","province":"91","commune":"30838"}', wrong: ['{"scope":"domestic","province":"91"}', 'Chọn xã, phường hoặc đặc khu.'],
    entries: [['scope', 'domestic'], ['province', '91'], ['commune', '30838']], reads: 'Xã Mỹ Thuận, An Giang',
    missing: { vi: 'Chọn tỉnh hoặc thành phố.', en: 'Choose the province or city.' },
    fill: async () => {
      await page.getByLabelText('Tỉnh/Thành phố').selectOptions('An Giang')
      await chooseCommune()
    },
  },
  {
    tag: 'motcua-person-field', value: '{"fullName":"Nguyễn Thị Mẫu","birthDate":"1958","sex":"female","nationality":"VN","ethnicity":"01"}',
    wrong: ['{"fullName":"Nguyễn Thị Mẫu","birthDate":"1958","nationality":"VN","ethnicity":"01"}', 'Chọn giới tính.'],
    entries: [['fullName', 'Nguyễn Thị Mẫu'], ['birthDate', '1958'], ['sex', 'female'], ['nationality', 'VN'], ['ethnicity', '01']], reads: 'Kinh',
    missing: { vi: 'Nhập họ, chữ đệm, tên.', en: 'Enter the full name.' },
    fill: async () => {
      await page.getByLabelText('Họ, chữ đệm, tên').fill('Nguyễn Thị Mẫu')
      await page.getByLabelText('Năm').fill('1958')
      await page.getByRole('radio', { name: 'Nữ' }).click()
      await page.getByRole('combobox', { name: 'Dân tộc' }).fill('kinh')
      await page.getByRole('option', { name: 'Kinh' }).click()
    },
  },
  {
    tag: 'motcua-identity-document-field', value: '{"kind":"passport","passportNumber":"B1234567","issuedOn":"2020-03-02","issuedBy":"Cục Quản lý xuất nhập cảnh"}',
    wrong: ['{"kind":"passport","passportNumber":"B1234567","issuedOn":"2020-02-31","issuedBy":"Cục Quản lý xuất nhập cảnh"}', 'Ngày cấp phải là một ngày có thật.'],
    entries: [['kind', 'passport'], ['passportNumber', 'B1234567'], ['issuedOn', '2020-03-02'], ['issuedBy', 'Cục Quản lý xuất nhập cảnh']], reads: 'Cục Quản lý xuất nhập cảnh',
    missing: { vi: 'Chọn loại giấy tờ tùy thân.', en: 'Choose the kind of identity document.' },
    fill: async () => {
      await page.getByLabelText('Loại giấy tờ tùy thân').selectOptions('Hộ chiếu')
      await page.getByLabelText('Số hộ chiếu').fill('B1234567')
      await typeDate('2', '3', '2020')()
      await page.getByLabelText('Nơi cấp').fill('Cục Quản lý xuất nhập cảnh')
    },
  },
]

/** What the form receives once a case is filled in. */
export function entriesOfCase({ value, entries, parts = [value] }: FieldCase, name = 'test'): Array<[string, string]> {
  return entries ? entries.map(([key, text]) => [`${name}.${key}`, text]) : parts.map((text) => [name, text])
}

/** Leaves the field as a person does. */
export const leave = () => page.getByRole('button', { name: 'Ra ngoài' }).click()
export const loadPlaces = async () => FIXTURE_PLACES
