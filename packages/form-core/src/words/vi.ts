import type { Sentences } from './sentences.ts'

export const SENTENCES_VI = {
  kinds: {
    date: { format: 'Mục “{label}” phải là một ngày có thật, ví dụ 27 3 1985.' },
    'partial-date': { pattern: 'Mục “{label}” phải là một ngày có thật, hoặc tháng và năm, hoặc chỉ năm.' },
    integer: { type: 'Mục “{label}” phải là số nguyên, chỉ gồm chữ số.' },
    number: { type: 'Hãy viết mục “{label}” bằng chữ số, phần lẻ sau dấu phẩy, không tách hàng nghìn: 1500 hoặc 1,5.' },
    money: { type: 'Hãy viết mục “{label}” bằng chữ số, đơn vị đồng, ví dụ 1.500.000.', minimum: 'Số tiền ở mục “{label}” phải từ {limit} đồng trở lên.', maximum: 'Số tiền ở mục “{label}” không được quá {limit} đồng.' },
    time: { pattern: 'Mục “{label}” phải là giờ trong ngày, ví dụ 7:30 hoặc 19:05.' },
    'personal-id': { pattern: 'Mục “{label}” gồm đúng 12 chữ số.' },
    phone: { pattern: 'Hãy nhập mục “{label}” đủ chữ số, bắt đầu bằng 0, ví dụ 0912345678.' },
    email: { pattern: 'Hãy nhập mục “{label}” đầy đủ, ví dụ ten@example.vn.' },
    checkboxes: { required: 'Hãy chọn ít nhất một lựa chọn ở mục “{label}”.', minItems: 'Mục “{label}” cần ít nhất {limit} lựa chọn.', maxItems: 'Mục “{label}” chỉ được tối đa {limit} lựa chọn.' },
    consent: { required: 'Bạn cần đồng ý với mục “{label}” để tiếp tục.' },
  },
  generic: {
    required: 'Bạn chưa trả lời mục “{label}”.',
    enum: 'Hãy chọn một trong các lựa chọn ở mục “{label}”.',
    const: 'Bạn cần đồng ý với mục “{label}” để tiếp tục.',
    minLength: 'Mục “{label}” cần ít nhất {limit} ký tự.',
    maxLength: 'Mục “{label}” chỉ được dài tối đa {limit} ký tự.',
    minimum: 'Mục “{label}” phải từ {limit} trở lên.',
    maximum: 'Mục “{label}” không được quá {limit}.',
    minItems: 'Cần ít nhất {limit} mục ở “{label}”.',
    maxItems: 'Chỉ được tối đa {limit} mục ở “{label}”.',
    notAllowed: 'Mục “{label}” không cần điền trong trường hợp này.',
    communeNotInProvince: 'Xã, phường ở mục “{label}” không thuộc tỉnh, thành phố bạn đã chọn. Hãy chọn lại.',
    optionNotOffered: 'Lựa chọn ở mục “{label}” không dùng được với các câu trả lời khác. Hãy chọn lại.',
    rule: 'Câu trả lời ở mục “{label}” chưa khớp với các mục khác.',
    server: 'Cơ quan tiếp nhận chưa chấp nhận mục “{label}”. Hãy xem lại.',
    other: 'Hãy xem lại mục “{label}”: câu trả lời chưa đúng.',
  },
} as const satisfies Sentences
