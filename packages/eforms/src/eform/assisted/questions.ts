import { ASSISTED_MODES, HELPER_KINDS } from '../../services/contract.ts'
import type { AssistedMode, HelperKind } from '../../services/contract.ts'
import type { FormSource, LocaleBundle, LocalizedText } from '@motcua/schemas/definition'
import { HELPER_STEP } from '../flow-types.ts'

const KINDS: Readonly<Record<HelperKind, LocalizedText>> = {
  officer: { vi: 'Cán bộ', en: 'An officer' },
  'youth-volunteer': { vi: 'Tình nguyện viên thanh niên', en: 'A youth volunteer' },
  relative: { vi: 'Người thân', en: 'A relative' },
}
const MODES: Readonly<Record<AssistedMode, LocalizedText>> = {
  guided: { vi: 'Hướng dẫn: người yêu cầu tự bấm, tự nhập', en: 'Guiding: the applicant presses and types' },
  operated: { vi: 'Thao tác thay: người hỗ trợ bấm, nhập theo lời người yêu cầu', en: 'Operating: the helper presses and types what the applicant says' },
}

const WORDS: Readonly<Record<'vi' | 'en', LocaleBundle>> = {
  vi: {
    pages: { [HELPER_STEP]: { title: 'Người hỗ trợ', intro: 'Phần này do người hỗ trợ trả lời. Nó được ghi bên cạnh hồ sơ; người nộp hồ sơ vẫn là người yêu cầu.' } },
    groups: {}, rules: {},
    fields: {
      '/kind': { label: 'Ai đang hỗ trợ?' },
      '/mode': { label: 'Hỗ trợ bằng cách nào?', hint: 'Chỉ thao tác thay khi người yêu cầu thuộc nhóm yếu thế và không tự làm được.' },
      '/reason': { label: 'Vì sao phải thao tác thay?', hint: 'Nói ngắn gọn, ví dụ: người cao tuổi, không dùng được màn hình. Đừng ghi tên, số giấy tờ hay tên bệnh.' },
    },
  },
  en: {
    pages: { [HELPER_STEP]: { title: 'The helper', intro: 'The helper answers this part. It is recorded beside the dossier; who files is still the applicant.' } },
    groups: {}, rules: {},
    fields: {
      '/kind': { label: 'Who is helping?' },
      '/mode': { label: 'How do you help?', hint: 'Operate only when the applicant belongs to a vulnerable group and cannot do it alone.' },
      '/reason': { label: 'Why must you operate?', hint: 'In a few words, for example: an older person who cannot use a screen. Leave out names, numbers of papers and names of illnesses.' },
    },
  },
}

/**
 * What a helper at the counter says of themselves, as a form of its own: its answers never come among the applicant's.
 * No list of the vulnerable groups for whom a helper may operate is known to us (UNKNOWN; looked for 2026-11), so the
 * reason is free text.
 */
export const HELPER_QUESTIONS: FormSource = {
  formatVersion: 1,
  procedure: { slug: 'assistance', effectiveFrom: '2026-11-22' },
  schema: {
    type: 'object', additionalProperties: false, required: ['kind', 'mode'],
    properties: { kind: { type: 'string', enum: [...HELPER_KINDS] }, mode: { type: 'string', enum: [...ASSISTED_MODES] }, reason: { type: 'string', minLength: 1, maxLength: 500 } },
    // oxlint-disable-next-line unicorn/no-thenable -- the keyword of JSON Schema
    if: { properties: { mode: { const: 'operated' } }, required: ['mode'] }, then: { required: ['reason'] },
  },
  pages: [{ id: HELPER_STEP, items: [
    { type: 'field', pointer: '/kind', field: 'radio', required: true, optionSet: 'kinds' },
    { type: 'field', pointer: '/mode', field: 'radio', required: true, optionSet: 'modes' },
    { type: 'field', pointer: '/reason', field: 'long-text', required: true, visibleWhen: { '==': [{ var: '/mode' }, 'operated'] } },
  ] }],
  rules: [], derivations: [],
  optionSets: { kinds: HELPER_KINDS.map((value) => ({ value, label: KINDS[value] })), modes: ASSISTED_MODES.map((value) => ({ value, label: MODES[value] })) },
  locales: WORDS,
}
