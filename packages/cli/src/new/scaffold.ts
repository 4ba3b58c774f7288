import type { JsonObject } from '@motcua/core/json'
import { printJson } from './print-json.ts'

/** Begins every blank of a new procedure; `motcua check` explains what belongs there. */
export const BLANK = 'FILL:'

export interface ScaffoldOptions {
  slug: string
  /** First day in force. */
  from: string
  /** Day the facts are entered. */
  today: string
  code?: string
  nameVi?: string
  nameEn?: string
  summaryVi?: string
  summaryEn?: string
  sectorVi?: string
  sectorEn?: string
  source?: string
}

/** Files of a new procedure by path within its version's folder. */
export function scaffold(options: ScaffoldOptions): Map<string, string> {
  const files: Array<[string, JsonObject]> = [
    ['procedure.json', procedure(options)],
    ['form.schema.json', SCHEMA],
    ['form.layout.json', LAYOUT],
    ['locales/vi.json', locale('vi')],
    ['locales/en.json', locale('en')],
    ['samples/valid/resident.json', { $schema: `${UP}../../meta/sample.schema.json`, description: 'A resident of the province.', today: options.from, answers: { requester: REQUESTER, request: 'Đề nghị giải quyết theo quy định.', undertaking: true } }],
    ['samples/invalid/nothing-asked.json', {
      $schema: `${UP}../../meta/sample.schema.json`, description: 'The request is missing, and the undertaking is not given.', today: options.from,
      answers: { requester: REQUESTER, undertaking: false },
      issues: [{ pointer: '/request', code: 'required' }, { pointer: '/undertaking', code: 'const' }],
    }],
    ['samples/invalid/born-in-the-future.json', {
      $schema: `${UP}../../meta/sample.schema.json`, description: 'The requester is not born yet.', today: options.from,
      answers: { requester: { ...REQUESTER, birthDate: '2999-04-12' }, request: 'Đề nghị giải quyết theo quy định.', undertaking: true },
      issues: [{ pointer: '/requester/birthDate', code: 'requester-born-in-past' }],
    }],
  ]
  return new Map(files.map(([name, value]) => [name, `${printJson(value)}\n`]))
}

const UP = '../../../'

function procedure({ slug, from, today, code, nameVi, nameEn, summaryVi, summaryEn, sectorVi, sectorEn, source }: ScaffoldOptions): JsonObject {
  const fact = { source: source ?? blank('the act and article, or the page, this was read on'), checkedOn: today, confidence: source === undefined ? 'UNKNOWN' : 'INFERRED' }
  return {
    $schema: `${UP}meta/procedure.schema.json`,
    slug, effectiveFrom: from, effectiveTo: null, completeness: 'incomplete',
    codes: [{ code: code ?? blank('the code of the procedure, such as 1.001193'), from, to: null, ...fact }],
    name: { vi: nameVi ?? blank('the official Vietnamese name'), en: nameEn ?? blank('a short English name') },
    summary: { vi: summaryVi ?? blank('one sentence: who asks for what'), en: summaryEn ?? blank('the same sentence in English') },
    sector: { vi: sectorVi ?? blank('the sector (lĩnh vực), such as Hộ tịch'), en: sectorEn ?? blank('the sector in English') },
    endings: [{ kind: 'hand-off', ...fact }],
    channels: [
      { kind: 'online', text: { vi: 'Trực tuyến trên Cổng Dịch vụ công quốc gia.', en: 'Online on the National Public Service Portal.' }, ...fact },
      { kind: 'direct', text: { vi: 'Trực tiếp tại Trung tâm Phục vụ hành chính công.', en: 'In person at the public administration service centre.' }, ...fact },
    ],
    handOff: {
      url: 'https://dichvucong.gov.vn/', text: { vi: 'Nộp tại Cổng Dịch vụ công quốc gia', en: 'File on the National Public Service Portal' },
      source: 'Deep link of the procedure not established; the front page of the portal is named', checkedOn: today, confidence: 'UNKNOWN',
    },
    eligibility: [{ text: { vi: blank('who may ask (đối tượng thực hiện)'), en: blank('the same in English') }, ...fact }],
    timeLimits: [{ id: 'ordinary', value: 1, unit: 'workingDay', text: { vi: blank('the time limit in words; correct value and unit beside it'), en: blank('the same in English') }, ...fact }],
    fees: [],
    documents: [],
    results: [{ id: 'result', name: { vi: blank('what the person receives'), en: blank('the same in English') }, form: ['paper', 'electronic'], ...fact }],
    legalBases: [{ citation: blank('the act it rests on, such as Luật Hộ tịch 60/2014/QH13'), ...fact }],
    supplementPolicy: { maxRequests: 1, source: 'Rule of guiding once, fully, in writing (Thông tư 03/2025, Phụ lục I, mẫu 02)', checkedOn: '2026-11', confidence: 'CONFIRMED' },
  }
}

function blank(what: string): string {
  return `${BLANK} ${what}`
}

const VOCABULARY = `${UP}vocabulary/`

const SCHEMA: JsonObject = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Tờ khai',
  type: 'object',
  properties: {
    requester: { $ref: `${VOCABULARY}requester.schema.json#/$defs/requester` },
    request: { $ref: `${VOCABULARY}scalars.schema.json#/$defs/paragraph`, title: 'Nội dung đề nghị' },
    undertaking: { $ref: `${VOCABULARY}scalars.schema.json#/$defs/undertaking` },
  },
  required: ['requester', 'request', 'undertaking'],
  additionalProperties: false,
}

const LAYOUT: JsonObject = {
  $schema: `${UP}meta/layout.schema.json`,
  pages: [
    { id: 'requester', items: [{ block: 'requester-identity', at: '/requester', id: 'requesterIdentity' }, { block: 'requester-contact', at: '/requester', id: 'requesterContact' }] },
    { id: 'residence', items: [{ at: '/requester/residenceKind', field: 'radio', default: 'permanent' }, { block: 'address', at: '/requester/residence', id: 'requesterResidence' }] },
    { id: 'request', items: [{ at: '/request', field: 'long-text' }] },
    { id: 'undertaking', items: [{ at: '/undertaking', field: 'checkbox' }] },
  ],
  rules: [
    {
      id: 'requester-born-in-past', pointer: '/requester/birthDate', severity: 'error', assert: { '<=': [{ var: '/requester/birthDate' }, { today: [] }] },
      source: 'A date of birth is not in the future', checkedOn: '2026-11', confidence: 'INFERRED',
    },
  ],
  derivations: [],
}

const WORDS = {
  vi: {
    requester: 'Người yêu cầu', residence: 'Nơi cư trú của bạn', request: 'Bạn đề nghị điều gì?', undertaking: 'Cam đoan',
    kind: 'Loại cư trú', chooseKind: 'Chọn loại cư trú.', content: 'Nội dung đề nghị', writeContent: 'Ghi nội dung bạn đề nghị.',
    undertake: 'Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về cam đoan của mình.', mustUndertake: 'Bạn cần cam đoan trước khi tiếp tục.',
    born: 'Ngày sinh không thể ở tương lai.',
  },
  en: {
    requester: 'The requester', residence: 'Where you live', request: 'What do you ask for?', undertaking: 'Undertaking',
    kind: 'Kind of residence', chooseKind: 'Choose the kind of residence.', content: 'What you ask for', writeContent: 'Write what you ask for.',
    undertake: 'I undertake that what I declare here is true, and answer for it before the law.', mustUndertake: 'You need to give the undertaking before you go on.',
    born: 'A date of birth cannot be in the future.',
  },
} as const

function locale(language: 'vi' | 'en'): JsonObject {
  const words = WORDS[language]
  return {
    $schema: `${UP}../meta/locale.schema.json`,
    pages: Object.fromEntries((['requester', 'residence', 'request', 'undertaking'] as const).map((page) => [page, { title: words[page] }])),
    groups: {},
    fields: {
      '/requester/residenceKind': { label: words.kind, messages: { required: words.chooseKind } },
      '/request': { label: words.content, messages: { required: words.writeContent, pattern: words.writeContent } },
      '/undertaking': { label: words.undertake, messages: { required: words.mustUndertake, const: words.mustUndertake } },
    },
    rules: { 'requester-born-in-past': words.born },
  }
}

/** A made-up resident. */
const REQUESTER: JsonObject = {
  fullName: 'Nguyễn Thị Lan', birthDate: '1958-04-12', personalId: '091158000123', phone: '0912345678', residenceKind: 'permanent',
  residence: { scope: 'domestic', province: '91', commune: '30838', detail: 'Số 12, ấp Mỹ Bình' },
}
