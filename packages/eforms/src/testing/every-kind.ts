import type { JsonObject } from '@motcua/core/json'
import type { Derivation, FieldDefinition, FieldKind, FieldWords, FormDefinition, LocaleBundle, Option } from '@motcua/schemas/definition'
import { fixtureDefinition } from './definition.ts'

interface Question {
  kind: FieldKind
  schema: JsonObject
  vi: FieldWords
  en: FieldWords
  required?: boolean
  more?: Partial<FieldDefinition>
}

const option = (value: string, vi: string, en: string): Option => ({ value, label: { vi, en } })
/** Sets of the questions; that of countries is as long as a real one is. */
const OPTION_SETS: FormDefinition['optionSets'] = {
  relation: [option('parent', 'Cha, mẹ', 'Parent'), option('child', 'Con', 'Child')],
  papers: [option('deed', 'Sổ đỏ', 'Land certificate'), option('map', 'Trích lục bản đồ', 'Map extract'), option('tax', 'Biên lai thuế', 'Tax receipt')],
  countries: ['Việt Nam', 'Lào', 'Cam-pu-chia', 'Hàn Quốc', 'Đài Loan', 'Nhật Bản', 'Ấn Độ', 'Ca-dắc-xtan'].map((name, index) => option(`C${index}`, name, `${name} (en)`)),
}
const oneOf = (set: string): JsonObject => ({ type: 'string', enum: (OPTION_SETS[set] ?? []).map(({ value }) => value) })
const text = (pattern = '\\S'): JsonObject => ({ type: 'string', maxLength: 250, pattern })

/** A question of every kind by the name of its answer. Communes and provinces are places of the fixture. */
export const QUESTIONS = {
  text: { kind: 'text', schema: text(), vi: { label: 'Nghề nghiệp' }, en: { label: 'Occupation' } },
  longText: { kind: 'long-text', schema: text(), vi: { label: 'Lý do' }, en: { label: 'Reason' } },
  personName: { kind: 'person-name', schema: text(), vi: { label: 'Họ và tên' }, en: { label: 'Full name' } },
  personalId: { kind: 'personal-id', schema: text('^[0-9]{12}$'), vi: { label: 'Số định danh' }, en: { label: 'Personal number' } },
  phone: { kind: 'phone', schema: text('^0[0-9]{9}$'), vi: { label: 'Số điện thoại' }, en: { label: 'Telephone' } },
  email: { kind: 'email', schema: text('^[^@]+@[^@]+$'), vi: { label: 'Thư điện tử' }, en: { label: 'E-mail' } },
  date: { kind: 'date', schema: { type: 'string', format: 'date' }, vi: { label: 'Ngày cấp' }, en: { label: 'Date of issue' } },
  partialDate: { kind: 'partial-date', schema: text('^[0-9]{4}(-[0-9]{2}){0,2}$'), vi: { label: 'Sinh năm nào?' }, en: { label: 'Born in which year?' } },
  integer: { kind: 'integer', schema: { type: 'integer', minimum: 1, maximum: 20 }, vi: { label: 'Số bản' }, en: { label: 'Copies' } },
  number: { kind: 'number', schema: { type: 'number', minimum: 0, maximum: 5000 }, vi: { label: 'Diện tích, m²' }, en: { label: 'Area in m²' } },
  money: { kind: 'money', schema: { type: 'integer', minimum: 1000, maximum: 1_000_000_000_000_000 }, vi: { label: 'Vốn kinh doanh' }, en: { label: 'Capital' } },
  time: { kind: 'time', schema: text('^(?:[01][0-9]|2[0-3]):[0-5][0-9]$'), vi: { label: 'Mở cửa lúc mấy giờ?', hint: 'Ví dụ 7:30.' }, en: { label: 'Opens at what time?', hint: 'For example 7:30.' } },
  select: { kind: 'select', schema: oneOf('relation'), vi: { label: 'Quan hệ' }, en: { label: 'Relation' }, more: { optionSet: 'relation' } },
  searchSelect: { kind: 'search-select', schema: oneOf('countries'), vi: { label: 'Quốc gia' }, en: { label: 'Country' }, more: { optionSet: 'countries' } },
  radio: { kind: 'radio', schema: oneOf('relation'), vi: { label: 'Nộp cho ai?' }, en: { label: 'For whom?' }, more: { optionSet: 'relation' } },
  checkboxes: { kind: 'checkboxes', schema: { type: 'array', uniqueItems: true, minItems: 1, maxItems: 3, items: oneOf('papers') }, vi: { label: 'Có giấy tờ nào?' }, en: { label: 'Which papers?' }, more: { optionSet: 'papers' } },
  checkbox: { kind: 'checkbox', schema: { type: 'boolean' }, vi: { label: 'Nhận qua bưu chính' }, en: { label: 'Receive by post' }, required: false },
  yesNo: { kind: 'yes-no', schema: { type: 'boolean' }, vi: { label: 'Đã từng kết hôn?' }, en: { label: 'Married before?' } },
  consent: {
    kind: 'consent', schema: { type: 'boolean', const: true },
    vi: { label: 'Tôi đồng ý cho kiểm tra dữ liệu', details: 'Dữ liệu được đối chiếu một lần.\nKết quả không được lưu.' }, en: { label: 'I agree that data are checked', details: 'Data are compared once.\nNothing is kept.' },
  },
  province: { kind: 'province', schema: text('^[0-9]{2}$'), vi: { label: 'Tỉnh, thành phố' }, en: { label: 'Province' } },
  commune: { kind: 'commune', schema: text('^[0-9]{5}$'), vi: { label: 'Xã, phường' }, en: { label: 'Commune' }, more: { provincePointer: '/province' } },
  readOnly: { kind: 'read-only', schema: { type: 'integer' }, vi: { label: 'Lệ phí' }, en: { label: 'Fee' }, required: false },
} as const satisfies Record<string, Question>
export type QuestionName = keyof typeof QUESTIONS

/** What is typed and chosen, as the payload it becomes. */
export const ANSWERS: Readonly<Record<QuestionName, JsonObject[string]>> = {
  text: 'Nông dân', longText: 'Nhập học\nNăm nay', personName: 'Nguyễn Thị Mẫu', personalId: '089058000001', phone: '0912345678', email: 'mau@example.vn', date: '2021-11-05', partialDate: '1958-03',
  integer: 2, number: 1234.5, money: 1_500_000, time: '07:30', select: 'child', searchSelect: 'C4', radio: 'parent', checkboxes: ['deed', 'tax'], checkbox: true, yesNo: false, consent: true,
  province: '91', commune: '30838', readOnly: 16_000,
}

const DERIVATIONS: Derivation[] = [{ pointer: '/readOnly', value: { '*': [8000, { var: '/integer' }] } }]

/** A made-up form with every kind of field on one page. */
export function everyKind(change: (definition: FormDefinition) => void = () => undefined): FormDefinition {
  const entries = Object.entries<Question>(QUESTIONS)
  const bundle = (language: 'vi' | 'en'): LocaleBundle => ({
    pages: { all: { title: language === 'vi' ? 'Mọi loại câu hỏi' : 'Every kind of question' } }, groups: {}, rules: {},
    fields: Object.fromEntries(entries.map(([name, question]) => [`/${name}`, question[language]])),
  })
  return fixtureDefinition((definition) => {
    Object.assign(definition, {
      schema: {
        type: 'object', additionalProperties: false, required: entries.filter(([, { required = true }]) => required).map(([name]) => name),
        properties: Object.fromEntries(entries.map(([name, { schema }]) => [name, schema])),
      },
      pages: [{ id: 'all', items: entries.map(([name, { kind, required = true, more }]): FieldDefinition => ({ type: 'field', pointer: `/${name}`, field: kind, required, ...more })) }],
      rules: [], derivations: DERIVATIONS, optionSets: OPTION_SETS, locales: { vi: bundle('vi'), en: bundle('en') },
    } satisfies Partial<FormDefinition>)
    change(definition)
  })
}
