import type { FieldKind } from '@motcua/schemas/definition'
import type { Locale } from '../types.ts'

type KindWords = Readonly<Partial<Record<FieldKind, Readonly<Record<string, string>>>>>

/** Sentences by kind of field and issue code, before the generic ones: a form says itself only what it can say better. */
export const KIND_WORDS: Readonly<Record<Locale, KindWords>> = {
  vi: {
    date: { format: 'Mục “{label}” phải là một ngày có thật, ví dụ 27 3 1985.' },
    'partial-date': { pattern: 'Mục “{label}” phải là một ngày có thật, hoặc tháng và năm, hoặc chỉ năm.' },
    integer: { type: 'Mục “{label}” phải là số nguyên, chỉ gồm chữ số.' },
    number: { type: 'Viết mục “{label}” bằng chữ số, phần lẻ sau dấu phẩy, không tách hàng nghìn: 1500 hoặc 1,5.' },
    money: { type: 'Viết mục “{label}” bằng chữ số, đơn vị đồng, ví dụ 1.500.000.', minimum: 'Số tiền ở mục “{label}” phải từ {limit} đồng trở lên.', maximum: 'Số tiền ở mục “{label}” không được quá {limit} đồng.' },
    time: { pattern: 'Mục “{label}” phải là giờ trong ngày, ví dụ 7:30 hoặc 19:05.' },
    'personal-id': { pattern: 'Mục “{label}” gồm đúng 12 chữ số.' },
    phone: { pattern: 'Nhập mục “{label}” đủ chữ số, bắt đầu bằng 0, ví dụ 0912345678.' },
    email: { pattern: 'Nhập mục “{label}” đầy đủ, ví dụ ten@example.vn.' },
    checkboxes: { required: 'Bạn vui lòng chọn ít nhất một lựa chọn ở mục “{label}”.', minItems: 'Mục “{label}” cần ít nhất {limit} lựa chọn.', maxItems: 'Mục “{label}” chỉ được tối đa {limit} lựa chọn.' },
    consent: { required: 'Bạn cần đồng ý với mục “{label}” để tiếp tục.' },
  },
  en: {
    date: { format: '“{label}” must be a real date, for example 27 3 1985.' },
    'partial-date': { pattern: '“{label}” must be a real date, or a month and year, or a year alone.' },
    integer: { type: '“{label}” must be a whole number, in digits only.' },
    number: { type: 'Write “{label}” in digits with a comma or point before the decimals and nothing between thousands: 1500 or 1.5.' },
    money: { type: 'Write “{label}” in digits, in đồng, for example 1,500,000.', minimum: 'The amount in “{label}” must be {limit} đồng or more.', maximum: 'The amount in “{label}” must be {limit} đồng or less.' },
    time: { pattern: '“{label}” must be a time of day, for example 7:30 or 19:05.' },
    'personal-id': { pattern: '“{label}” has exactly 12 digits.' },
    phone: { pattern: 'Write “{label}” with all its digits, beginning with 0, for example 0912345678.' },
    email: { pattern: 'Write “{label}” in full, for example name@example.vn.' },
    checkboxes: { required: 'Choose at least one option for “{label}”.', minItems: 'Choose at least {limit} options for “{label}”.', maxItems: 'Choose at most {limit} options for “{label}”.' },
    consent: { required: 'You need to agree to “{label}” to go on.' },
  },
}
