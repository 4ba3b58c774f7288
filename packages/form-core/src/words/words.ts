import type { Locale } from '../types.ts'

/** Generic sentences by issue code; what has none of its own gets `other`. Forms say it better where they can. */
export const WORDS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  vi: {
    required: 'Bạn chưa trả lời mục “{label}”.',
    enum: 'Bạn vui lòng chọn một trong các lựa chọn ở mục “{label}”.',
    const: 'Bạn cần đồng ý với mục “{label}” để tiếp tục.',
    minLength: 'Mục “{label}” cần ít nhất {limit} ký tự.',
    maxLength: 'Mục “{label}” chỉ được dài tối đa {limit} ký tự.',
    minimum: 'Mục “{label}” phải từ {limit} trở lên.',
    maximum: 'Mục “{label}” không được quá {limit}.',
    minItems: 'Mục “{label}” cần ít nhất {limit} dòng.',
    maxItems: 'Mục “{label}” chỉ được tối đa {limit} dòng.',
    notAllowed: 'Mục “{label}” không cần điền trong trường hợp này.',
    communeNotInProvince: 'Xã, phường ở mục “{label}” không thuộc tỉnh, thành phố bạn đã chọn. Bạn vui lòng chọn lại.',
    optionNotOffered: 'Lựa chọn ở mục “{label}” không dùng được với các câu trả lời khác. Bạn vui lòng chọn lại.',
    rule: 'Câu trả lời ở mục “{label}” chưa khớp với các mục khác.',
    server: 'Cơ quan tiếp nhận chưa chấp nhận mục “{label}”. Bạn vui lòng xem lại.',
    other: 'Bạn vui lòng xem lại mục “{label}”: câu trả lời chưa đúng.',
  },
  en: {
    required: 'You have not answered “{label}”.',
    enum: 'Please choose one of the options for “{label}”.',
    const: 'You need to agree to “{label}” to go on.',
    minLength: '“{label}” needs at least {limit} characters.',
    maxLength: '“{label}” may be at most {limit} characters long.',
    minimum: '“{label}” must be {limit} or more.',
    maximum: '“{label}” must be {limit} or less.',
    minItems: '“{label}” needs at least {limit} rows.',
    maxItems: '“{label}” may have at most {limit} rows.',
    notAllowed: '“{label}” need not be filled in here.',
    communeNotInProvince: 'The commune in “{label}” is not in the province you chose. Please choose again.',
    optionNotOffered: 'The choice for “{label}” does not go with your other answers. Please choose again.',
    rule: 'The answer to “{label}” does not agree with other answers.',
    server: 'The receiving office has not accepted “{label}”. Please check it.',
    other: 'Please check “{label}”: the answer is not written as it should be.',
  },
}
