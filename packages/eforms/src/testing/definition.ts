import type { FieldDefinition, FieldKind, FormDefinition, LocaleBundle, Provenance } from '@motcua/schemas/definition'
import type { JsonObject } from '@motcua/core/json'

const fact: Provenance = { source: 'Dữ liệu thử, không phải văn bản', checkedOn: '2026-11-21', confidence: 'CONFIRMED' }
const guess: Provenance = { ...fact, confidence: 'INFERRED' }
const unknown: Provenance = { ...fact, confidence: 'UNKNOWN' }
const text = (vi: string, en: string) => ({ vi, en })

function field(pointer: string, kind: FieldKind, more: Partial<FieldDefinition> = {}): FieldDefinition {
  return { type: 'field', pointer, field: kind, required: true, ...more }
}

const forOther = { '==': [{ var: '/forWhom' }, 'other'] }

/** Words of the fixture: `[Vietnamese, English, hint]`. */
const LABELS: Record<string, [string, string, string?]> = {
  '/requester/fullName': ['Họ, chữ đệm, tên người yêu cầu', 'Requester’s full name'],
  '/requester/birthDate': ['Ngày sinh của người yêu cầu', 'Requester’s date of birth', 'Ví dụ 21 11 1958'],
  '/requester/personalId': ['Số định danh cá nhân', 'Personal identification number', '12 chữ số'],
  '/requester/phone': ['Số điện thoại', 'Telephone'],
  '/requester/email': ['Thư điện tử', 'E-mail'],
  '/forWhom': ['Bạn xin bản sao cho ai?', 'For whom are the copies?'],
  '/subject/fullName': ['Họ, chữ đệm, tên người được cấp bản sao', 'Subject’s full name'],
  '/subject/birth': ['Ngày, tháng, năm sinh (hoặc năm sinh)', 'Date of birth (or year)'],
  '/subject/relation': ['Quan hệ với người được cấp', 'Relation to the subject'],
  '/province': ['Tỉnh, thành phố', 'Province'],
  '/commune': ['Nơi đã đăng ký', 'Place of registration'],
  '/count': ['Số lượng bản sao', 'Number of copies'],
  '/reason': ['Lý do', 'Reason'],
  '/byPost': ['Nhận kết quả qua bưu chính', 'Receive the result by post'],
}

function bundle(language: 'vi' | 'en'): LocaleBundle {
  const at = language === 'vi' ? 0 : 1
  return {
    pages: {
      requester: { title: at === 0 ? 'Người yêu cầu' : 'Requester' },
      subject: { title: at === 0 ? 'Người được cấp bản sao' : 'Subject', intro: at === 0 ? 'Ghi như trong sổ hộ tịch.' : 'As in the civil-status book.' },
      copies: { title: at === 0 ? 'Bản sao' : 'Copies' },
    },
    groups: { requester: { legend: at === 0 ? 'Thông tin người yêu cầu' : 'About the requester' } },
    fields: Object.fromEntries(Object.entries(LABELS).map(([pointer, words]) => [pointer, { label: words[at], ...(words[2] && at === 0 && { hint: words[2] }) }])),
    rules: {},
  }
}

const string = (more: JsonObject = {}): JsonObject => ({ type: 'string', minLength: 1, ...more })

/** A made-up procedure that has every kind of field, a conditional part, a fee and a conditional paper. For tests and stories only. */
export function fixtureDefinition(change: (definition: FormDefinition) => void = () => undefined): FormDefinition {
  const definition: FormDefinition = {
    formatVersion: 1,
    procedure: {
      slug: 'fixture-copy', effectiveFrom: '2026-01-01', effectiveTo: null, completeness: 'complete',
      codes: [{ code: '9.000635', from: '2026-01-01', to: null, ...fact }],
      name: text('Cấp bản sao trích lục (thử)', 'Copy of an extract (test)'),
      summary: text('Xin bản sao trích lục từ cơ sở dữ liệu hộ tịch.', 'Ask for a copy of an extract from the civil-status database.'),
      sector: text('Hộ tịch', 'Civil status'),
      endings: [{ kind: 'hand-off', ...fact }, { kind: 'submit', ...fact }],
      channels: [{ kind: 'online', text: text('Trực tuyến', 'Online'), ...fact }],
      handOff: { url: 'https://dichvucong.gov.vn/', text: text('Nộp trên Cổng Dịch vụ công quốc gia.', 'File on the national portal.'), ...guess },
      eligibility: [{ text: text('Người có sự kiện hộ tịch đã đăng ký, hoặc người được ủy quyền', 'The person concerned, or somebody authorised'), ...fact }],
      timeLimits: [{ id: 'same-day', value: 0, unit: 'sameDay', cutOff: '15:00', text: text('Trong ngày; nhận sau 15 giờ thì trả vào ngày làm việc tiếp theo', 'Same day; after 15:00 the next working day'), ...fact }],
      fees: [{ id: 'copy', kind: 'phi', name: text('Phí cấp bản sao', 'Fee per copy'), amountVnd: { '*': [8000, { var: '/count' }] }, ...fact }],
      documents: [
        {
          id: 'authorisation', name: text('Giấy tờ chứng minh quan hệ với người ủy quyền', 'Authorisation that shows the relation'), hint: text('Ví dụ giấy khai sinh của cháu.', 'For example a birth certificate.'),
          requiredWhen: forOther, need: 'required', sources: ['upload'], mediaTypes: ['application/pdf', 'image/jpeg', 'image/png'], maxBytes: 5_000_000, maxFiles: 1, ...fact,
        },
      ],
      results: [{ id: 'copy', name: text('Bản sao trích lục', 'Copy of the extract'), form: ['paper', 'electronic'], ...fact }],
      legalBases: [{ citation: 'Văn bản thử số 1', ...unknown }],
      supplementPolicy: { maxRequests: 1, ...fact },
    },
    schema: {
      type: 'object', additionalProperties: false, required: ['requester', 'forWhom', 'commune', 'count'],
      properties: {
        requester: {
          type: 'object', additionalProperties: false, required: ['fullName', 'birthDate', 'personalId', 'phone'],
          properties: { fullName: string({ maxLength: 80 }), birthDate: string({ format: 'date' }), personalId: string({ pattern: '^[0-9]{12}$' }), phone: string({ pattern: '^0[0-9]{9}$' }), email: string({ pattern: '^[^@]+@[^@]+$' }) },
        },
        forWhom: { type: 'string', enum: ['self', 'other'] },
        subject: {
          type: 'object', additionalProperties: false, required: ['fullName', 'relation'],
          properties: { fullName: string({ maxLength: 80 }), birth: string(), relation: { type: 'string', enum: ['grandparent', 'parent', 'other'] } },
        },
        province: string(), commune: string({ pattern: '^[0-9]{5}$' }),
        count: { type: 'integer', minimum: 1, maximum: 20 }, reason: string({ maxLength: 500 }), byPost: { type: 'boolean' },
      },
      if: { properties: { forWhom: { const: 'other' } }, required: ['forWhom'] },
      // oxlint-disable-next-line no-thenable -- a keyword of JSON Schema
      then: { required: ['subject'] },
      else: { properties: { subject: false } },
    },
    pages: [
      {
        id: 'requester',
        items: [{
          type: 'group', id: 'requester', items: [
            field('/requester/fullName', 'person-name', { autocomplete: 'name', prefill: 'fullName', lockedBy: ['identity-provider'] }),
            field('/requester/birthDate', 'date', { autocomplete: 'bday', prefill: 'birthDate', lockedBy: ['identity-provider'] }),
            field('/requester/personalId', 'personal-id', { prefill: 'personalId', lockedBy: ['identity-provider'] }),
            field('/requester/phone', 'phone', { autocomplete: 'tel', prefill: 'phone' }),
            field('/requester/email', 'email', { autocomplete: 'email', required: false, prefill: 'email' }),
          ],
        }],
      },
      {
        id: 'subject',
        items: [
          field('/forWhom', 'radio', { optionSet: 'forWhom' }),
          field('/subject/fullName', 'person-name', { visibleWhen: forOther }),
          field('/subject/birth', 'partial-date', { visibleWhen: forOther, required: false }),
          field('/subject/relation', 'select', { visibleWhen: forOther, optionSet: 'relation' }),
        ],
      },
      {
        id: 'copies',
        items: [
          field('/province', 'province', { required: false }),
          field('/commune', 'commune', { provincePointer: '/province' }),
          field('/count', 'integer'),
          field('/reason', 'long-text', { required: false }),
          field('/byPost', 'checkbox', { required: false }),
        ],
      },
    ],
    rules: [],
    derivations: [],
    optionSets: {
      forWhom: [{ value: 'self', label: text('Cho chính tôi', 'For myself') }, { value: 'other', label: text('Cho người khác (cháu, con, cha, mẹ…)', 'For somebody else') }],
      relation: [{ value: 'grandparent', label: text('Ông, bà', 'Grandparent') }, { value: 'parent', label: text('Cha, mẹ', 'Parent') }, { value: 'other', label: text('Khác', 'Other') }],
    },
    locales: { vi: bundle('vi'), en: bundle('en') },
  }
  change(definition)
  return definition
}

/** A few communes, enough to search in. */
export const FIXTURE_PLACES = {
  asOf: '2026-04-30',
  kinds: { X: 'Xã', P: 'Phường', D: 'Đặc khu' },
  provinces: {
    91: [['30838', 'Mỹ Thuận', 'X'], ['30307', 'Long Xuyên', 'P']],
    86: [['29734', 'Mỹ Thuận', 'X'], ['29551', 'Long Châu', 'P']],
    '01': [['00004', 'Ba Đình', 'P'], ['00070', 'Hoàn Kiếm', 'P']],
  },
}
