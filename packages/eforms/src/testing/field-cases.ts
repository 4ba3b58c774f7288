import { page, userEvent } from 'vitest/browser'
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
  /** What a locked field reads. */
  reads: string
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

export const FIELD_CASES: readonly FieldCase[] = [
  { tag: 'motcua-text-field', value: 'Mỹ Thuận', fill: type('Mỹ  Thuận '), reads: 'Mỹ Thuận' },
  { tag: 'motcua-long-text-field', value: 'Dòng một\nDòng hai', fill: type('Dòng một\nDòng hai'), reads: 'Dòng một\nDòng hai' },
  { tag: 'motcua-integer-field', value: '12', fill: type('12'), wrong: ['12a', 'Mục “Thử” phải là một số, chỉ gồm chữ số.'], reads: '12' },
  {
    tag: 'motcua-date-field', value: '2026-11-21', fill: typeDate('21', '11', '2026'), wrong: ['2026-02-31', 'Mục “Thử” phải là một ngày có thật, ví dụ 21 / 11 / 2026.'],
    reads: '21/11/2026',
  },
  {
    tag: 'motcua-partial-date-field', value: '1958-03', fill: typeDate('', '3', '1958'), wrong: ['1958-13', 'Mục “Thử” phải là ngày, tháng và năm, tháng và năm, hoặc chỉ năm, ví dụ 1958.'],
    reads: '03/1958',
  },
  { tag: 'motcua-select-field', value: '2', choices: CHOICES, fill: () => box().selectOptions('Hai'), wrong: ['3', 'Bạn vui lòng chọn một trong các lựa chọn ở mục “Thử”.'], reads: 'Hai' },
  { tag: 'motcua-radio-field', value: '2', choices: CHOICES, fill: () => page.getByRole('radio', { name: 'Hai' }).click(), wrong: ['3', 'Bạn vui lòng chọn một trong các lựa chọn ở mục “Thử”.'], reads: 'Hai' },
  { tag: 'motcua-checkbox-field', value: 'true', fill: () => box().click(), reads: 'on' },
  {
    tag: 'motcua-phone-field', value: '0912345678', fill: type('0912 345 678'), wrong: ['0912', 'Mục “Thử” gồm 10 hoặc 11 chữ số, bắt đầu bằng 0, ví dụ 0912345678.'],
    reads: '0912345678',
  },
  { tag: 'motcua-email-field', value: 'mau@example.vn', fill: type('mau@example.vn '), wrong: ['mau@', 'Mục “Thử” cần đủ địa chỉ, ví dụ ten@example.vn.'], reads: 'mau@example.vn' },
  {
    tag: 'motcua-person-name-field', value: 'Nguyễn Thị Mẫu', fill: type('Nguyễn Thị Mẫu'),
    wrong: ['Nguyễn 2', 'Mục “Thử” chỉ gồm chữ cái, khoảng trắng, dấu nháy và dấu gạch nối, dài từ 2 đến 100 ký tự.'], reads: 'Nguyễn Thị Mẫu',
  },
  { tag: 'motcua-personal-id-field', value: '089058000001', fill: type('089 058 000001'), wrong: ['08905800000', 'Mục “Thử” gồm đúng 12 chữ số.'], reads: '089058000001' },
  { tag: 'motcua-province-field', value: '91', fill: () => box().selectOptions('An Giang'), wrong: ['00', 'Bạn vui lòng chọn một trong các lựa chọn ở mục “Thử”.'], reads: 'An Giang' },
  {
    tag: 'motcua-commune-field', value: '30838', wrong: ['99999', 'Bạn vui lòng chọn một trong các lựa chọn ở mục “Thử”.'], reads: 'Xã Mỹ Thuận, An Giang',
    fill: async () => {
      await page.getByRole('combobox').fill('my thuan')
      await page.getByRole('option', { name: 'Xã Mỹ Thuận, An Giang' }).click()
    },
  },
]

/** Leaves the field as a person does. */
export const leave = () => userEvent.keyboard('{Tab}')
export const loadPlaces = async () => FIXTURE_PLACES
