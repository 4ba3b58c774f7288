import type { StoryObj } from '@storybook/web-components-vite'
import { html } from 'lit'
import type { LitElement, TemplateResult } from 'lit'

export type Language = 'vi' | 'en'
/** The same text in both languages. */
export type Text = Readonly<Record<Language, string>>
export const text = (vi: string, en: string): Text => ({ vi, en })
export const languageOf = (globals: Readonly<Record<string, unknown>>): Language => (globals.locale === 'en' ? 'en' : 'vi')

/** The attribute `value`, or properties where an answer is no text. */
export type Answer = string | Readonly<Record<string, unknown>>

export interface FieldStory {
  tag: string
  label: Text
  hint?: Text
  /** A whole question of the kind that no label fits on one line of a phone. */
  long: Text
  value: Answer
  /** Not valid; without it the field has no wrong answer to give. */
  wrong?: Answer
  /** Valid, but to be looked at again. */
  doubtful?: Answer
  choices?: ReadonlyArray<readonly [value: string, label: Text]>
  /** For every state; what people read in both languages. */
  attributes?: Readonly<Record<string, string | Text>>
  /** For every state, as properties. */
  properties?: Readonly<Record<string, unknown>>
}

const CAPTIONS = {
  tried: text('Tự thử, với bảng bên dưới', 'Try it, with the controls below'),
  empty: text('Trống, bắt buộc', 'Empty, required'), hint: text('Có gợi ý, không bắt buộc', 'With a hint, optional'), filled: text('Đã điền', 'Filled'),
  missing: text('Bỏ trống', 'Left out'), wrong: text('Sai, nói rõ vì sao', 'Wrong, and says why'), error: text('Lỗi do trang báo', 'An error of the page’s own'),
  doubtful: text('Cần xem lại', 'To be looked at again'), locked: text('Khóa', 'Locked'), disabled: text('Vô hiệu', 'Disabled'), long: text('Nhãn dài ở 360 px', 'Long label at 360 px'),
}
const PAGE_ERROR = text('Cơ quan tiếp nhận chưa chấp nhận mục này.', 'The receiving office has not accepted this.')
const LOCKED = text('Lấy từ tài khoản định danh của bạn.', 'From your identity account.')
type State = keyof typeof CAPTIONS
type StateOf = readonly [attributes: Readonly<Record<string, string>>, answer?: Answer | undefined]
const TOLD: readonly State[] = ['missing', 'wrong', 'doubtful']

/** One field in every state it can have, on one page; before them, one that follows the controls. */
export function everyState(field: FieldStory): StoryObj {
  const { label, hint, value, wrong, doubtful } = field
  const args = controlled(field)
  return {
    args, argTypes: Object.fromEntries(Object.entries(args).map(([name, first]) => [name, { control: typeof first === 'boolean' ? 'boolean' : 'text' }])),
    render: (given, { globals }) => {
      const language = languageOf(globals)
      const name = label[language]
      const states: Partial<Record<State, StateOf>> = {
        // Under the tests it would be the empty state once more.
        ...(!('__vitest_browser__' in globalThis) && { tried: [{ label: name, ...attributesOf(given) }, typeof value === 'string' ? undefined : value] }),
        empty: [{ label: name, required: '' }], hint: [{ label: name, ...(hint && { hint: hint[language] }) }], filled: [{ label: name, required: '' }, value],
        missing: [{ label: name, required: '' }], ...(wrong !== undefined && { wrong: [{ label: name, required: '' }, wrong] }),
        error: [{ label: name, error: PAGE_ERROR[language], required: '' }, value], ...(doubtful !== undefined && { doubtful: [{ label: name, required: '' }, doubtful] }),
        locked: [{ label: name, locked: '', hint: LOCKED[language] }, value], disabled: [{ label: name, disabled: '' }, value], long: [{ label: field.long[language], required: '' }],
      }
      return html`<div class="states">${Object.entries(states).map(([state, of]) => drawState(field, state as State, language, of))}</div>`
    },
    play: async ({ canvasElement }) => {
      await Promise.all([...canvasElement.querySelectorAll<LitElement>(field.tag)].map((element) => element.updateComplete))
    },
  }
}

/** What a designer may change: what every field has, and the limits of this one. */
function controlled({ value, attributes = {} }: FieldStory): Record<string, string | boolean> {
  const limits = Object.entries(attributes).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return { label: '', hint: '', error: '', ...(typeof value === 'string' && { value: '' }), required: false, disabled: false, locked: false, ...Object.fromEntries(limits) }
}

function attributesOf(args: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(args).flatMap(([name, given]) => (given === true ? [[name, '']] : typeof given === 'string' && given !== '' ? [[name, given]] : [])))
}

function drawState(field: FieldStory, state: State, language: Language, [attributes, answer = '']: StateOf): TemplateResult {
  const element = document.createElement(field.tag) as LitElement & { reportValidity(): boolean }
  Object.assign(element, field.properties, typeof answer === 'string' ? {} : answer)
  for (const [name, value] of Object.entries({ ...field.attributes, ...attributes, ...(typeof answer === 'string' && answer && { value: answer }), name: state, lang: language })) {
    element.setAttribute(name, typeof value === 'string' ? value : value[language])
  }
  element.append(...(field.choices ?? []).map(([value, label]) => new Option(label[language], value)))
  // What the field says by itself once the person has been there.
  if (TOLD.includes(state)) queueMicrotask(() => { void element.updateComplete.then(() => element.reportValidity()) })
  return html`<div class=${state === 'long' ? 'narrow' : ''}><p class="caption" .textContent=${CAPTIONS[state][language]}></p>${element}</div>`
}
