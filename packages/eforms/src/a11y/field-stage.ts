import { effect } from '@preact/signals-core'
import { adoptStyles, render } from 'lit'
import { FIELD_KINDS } from '@motcua/schemas/definition'
import type { FieldKind } from '@motcua/schemas/definition'
import type { JsonValue } from '@motcua/core/json'
import type { FieldOption, FieldProps } from '../fields/field.ts'
import { createControl } from '../fields/registry.ts'
import { loadWords } from '../locales/strings.ts'
import type { Language } from '../locales/strings.ts'
import { viFields } from '../locales/vi-fields.ts'
import { sheet } from '../look/sheet.ts'
import { PlaceDirectory } from '../places/place-directory.ts'
import { readCommunes } from '../places/read-communes.ts'
import { FIXTURE_PLACES } from '../testing/definition.ts'

/** Every state a field can be in. */
export const FIELD_STATES = ['required', 'optional', 'hint', 'error', 'hint-and-error', 'warning', 'locked', 'disabled', 'filled', 'prefilled'] as const
export type FieldState = (typeof FIELD_STATES)[number]

interface Sample { vi: string; en: string; value: JsonValue; options?: ReadonlyArray<{ value: string; vi: string; en: string }> }

const RELATIONS = [{ value: 'parent', vi: 'Cha, mẹ', en: 'Parent' }, { value: 'other', vi: 'Người khác', en: 'Somebody else' }]
const PAPERS = [{ value: 'parent', vi: 'Giấy khai sinh', en: 'Birth certificate' }, { value: 'other', vi: 'Sổ hộ khẩu cũ', en: 'Old household book' }]

/** A question of each kind, as a form asks it, and an answer. */
const SAMPLES: Readonly<Record<string, Sample>> = {
  text: { vi: 'Nghề nghiệp', en: 'Occupation', value: 'Nông dân' },
  'long-text': { vi: 'Lý do', en: 'Reason', value: 'Nộp hồ sơ nhập học' },
  'person-name': { vi: 'Họ, chữ đệm, tên người yêu cầu', en: 'Requester’s full name', value: 'Nguyễn Thị Mẫu' },
  'personal-id': { vi: 'Số định danh cá nhân', en: 'Personal identification number', value: '089058000001' },
  phone: { vi: 'Số điện thoại', en: 'Telephone', value: '0912345678' },
  email: { vi: 'Thư điện tử', en: 'E-mail', value: 'mau@example.vn' },
  date: { vi: 'Ngày cấp', en: 'Date of issue', value: '2021-11-05' },
  'partial-date': { vi: 'Ngày, tháng, năm sinh (hoặc năm sinh)', en: 'Date of birth (or year)', value: '1958' },
  integer: { vi: 'Số lượng bản sao', en: 'Number of copies', value: 2 },
  select: { vi: 'Quan hệ với người được cấp', en: 'Relation to the subject', value: 'parent', options: RELATIONS },
  radio: { vi: 'Bạn xin bản sao cho ai?', en: 'For whom are the copies?', value: 'parent', options: RELATIONS },
  checkbox: { vi: 'Nhận kết quả qua bưu chính', en: 'Receive the result by post', value: true },
  province: { vi: 'Tỉnh, thành phố', en: 'Province', value: '91' },
  commune: { vi: 'Nơi đã đăng ký', en: 'Place of registration', value: '30838' },
  number: { vi: 'Chiều cao (mét)', en: 'Height (metres)', value: 1.65 },
  money: { vi: 'Thu nhập hằng tháng', en: 'Monthly income', value: 1_500_000 },
  time: { vi: 'Giờ sinh', en: 'Time of birth', value: '08:30' },
  'yes-no': { vi: 'Bạn đã từng đăng ký kết hôn chưa?', en: 'Have you been married before?', value: true },
  checkboxes: { vi: 'Bạn có giấy tờ nào?', en: 'Which papers do you have?', value: ['parent'], options: PAPERS },
  'search-select': { vi: 'Dân tộc', en: 'Ethnic group', value: 'kinh', options: [{ value: 'kinh', vi: 'Kinh', en: 'Kinh' }, { value: 'khmer', vi: 'Khơ-me', en: 'Khmer' }] },
  'read-only': { vi: 'Tuổi của người yêu cầu', en: 'Requester’s age', value: '68' },
  consent: { vi: 'Tôi đồng ý cho tra cứu giấy khai sinh của tôi.', en: 'I agree that my birth certificate is looked up.', value: true },
}

const SAID = {
  hint: { vi: 'Ghi như trong giấy tờ của bạn.', en: 'As in your papers.' },
  error: { vi: 'Bạn chưa trả lời mục này.', en: 'Answer this question.' },
  warning: { vi: 'Hãy xem lại mục này.', en: 'Look at this again.' },
  origin: { vi: 'Lấy từ hồ sơ trước của bạn.', en: 'From an earlier dossier of yours.' },
} as const

/** All kinds there are. */
export const STAGED_KINDS: FieldKind[] = [...FIELD_KINDS]

/** Name of a field in a state, unique on the page. */
export function stageName(kind: string, state: string): string { return `${kind}_${state}` }

/** Puts a field of every kind in every state on the page, each in a root of its own under a host with {@link stageName} as id. */
export async function stageFields(language: Language, kinds: readonly FieldKind[] = STAGED_KINDS): Promise<HTMLElement[]> {
  const words = await loadWords(language, viFields)
  const places = new PlaceDirectory(async () => FIXTURE_PLACES)
  await places.load(readCommunes)
  const settled: Array<Promise<void>> = []
  const hosts = kinds.flatMap((kind) => FIELD_STATES.map((state) => {
    const host = Object.assign(document.createElement('div'), { id: stageName(kind, state), role: 'region', ariaLabel: stageName(kind, state) })
    const root = host.attachShadow({ mode: 'open' })
    adoptStyles(root, sheet)
    const inner = Object.assign(document.createElement('div'), { className: 'root', lang: language })
    root.append(inner)
    const control = createControl(kind)
    const props: FieldProps = {
      ...propsOf(kind, state, language), words, places, onInput: () => undefined, onLeave: () => undefined,
      redraw: () => { render(control.render(props), inner) },
    }
    effect(props.redraw)
    document.body.append(host)
    // Some controls arrive in a chunk of their own.
    settled.push(waitUntil(() => state === 'disabled' || root.querySelector('input[disabled]:only-of-type:not([part])') === null))
    return host
  }))
  await Promise.all(settled)
  return hosts
}

function propsOf(kind: FieldKind, state: FieldState, language: Language): Omit<FieldProps, 'words' | 'places' | 'onInput' | 'onLeave' | 'redraw'> {
  const sample = SAMPLES[kind]
  if (!sample) throw new Error(`Give the kind ${kind} a question and an answer in SAMPLES.`)
  const options = (sample.options ?? []).map((option): FieldOption => ({ value: option.value, label: option[language] }))
  return {
    id: 'field', kind, label: sample[language], options, required: state !== 'optional', locked: state === 'locked', disabled: state === 'disabled',
    hint: state === 'hint' || state === 'hint-and-error' ? SAID.hint[language] : '',
    error: state === 'error' || state === 'hint-and-error' ? SAID.error[language] : '',
    warning: state === 'warning' ? SAID.warning[language] : '',
    ...(state === 'prefilled' && { origin: SAID.origin[language] }),
    value: state === 'locked' || state === 'filled' || state === 'prefilled' || state === 'warning' ? sample.value : undefined,
  }
}

async function waitUntil(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => { setTimeout(resolve, 5) })
}
