import { SENTENCES_VI } from '@motcua/form-core'

const { generic, kinds } = SENTENCES_VI

/** Words that only a field on a page of its own needs, Vietnamese: what a form says in its own words, and what only its locale would say. */
export const viAlone = {
  aloneMin: generic.minimum,
  aloneMax: generic.maximum,
  aloneMinLength: generic.minLength,
  aloneMaxLength: generic.maxLength,
  aloneOption: generic.enum,
  aloneConsent: kinds.consent.required,
  aloneSome: kinds.checkboxes.required,
  alonePattern: 'Mục “{label}” chưa viết đúng dạng được yêu cầu.',
  aloneNumber: kinds.integer.type,
  aloneDecimal: kinds.number.type,
  aloneMoney: kinds.money.type,
  aloneTime: kinds.time.pattern,
  alonePartialDate: kinds['partial-date'].pattern,
  alonePhone: kinds.phone.pattern,
  alonePhonePrefix: 'Đầu số này chưa có trong danh sách của chúng tôi. Hãy xem lại; nếu đúng thì cứ tiếp tục.',
  aloneEmail: kinds.email.pattern,
  alonePersonalId: kinds['personal-id'].pattern,
  alonePersonalIdPlace: 'Ba số đầu không khớp với tỉnh hay nước nào trong danh sách. Hãy xem lại; nếu đúng thì cứ tiếp tục.',
  alonePersonName: 'Mục “{label}” chỉ gồm chữ cái, khoảng trắng, dấu nháy và dấu gạch nối, dài từ 2 đến 100 ký tự.',
  alonePersonNameLook: 'Tên này có vẻ chưa gõ xong dấu hoặc còn thiếu phần. Hãy xem lại; nếu đúng thì cứ tiếp tục.',
} as const
