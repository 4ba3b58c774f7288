import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { RequiredDocument } from '@motcua/schemas/definition'
import { checkAttachments, documentChecklist, sniffMediaType, type AttachmentFacts } from './documents.ts'

const base = {
  name: { vi: 'Giấy tờ', en: 'Paper' }, sources: ['upload'], mediaTypes: ['application/pdf', 'image/png'], maxBytes: 1_000, maxFiles: 2,
  source: 'Thông tư 04/2020/TT-BTP, điều 2', checkedOn: '2026-07-18', confidence: 'CONFIRMED',
} as const satisfies Partial<RequiredDocument>
const documents: RequiredDocument[] = [
  { ...base, sources: ['upload'], mediaTypes: [...base.mediaTypes], id: 'authorisation', need: 'required', requiredWhen: { '==': [{ var: '/capacity' }, 'authorised'] } },
  { ...base, sources: ['upload'], mediaTypes: [...base.mediaTypes], id: 'marriage', need: 'lookup' },
  { ...base, sources: ['upload'], mediaTypes: [...base.mediaTypes], id: 'photo', need: 'optional' },
  { ...base, sources: ['upload'], mediaTypes: [...base.mediaTypes], id: 'identity', need: 'present-only' },
  { ...base, sources: ['upload'], mediaTypes: [...base.mediaTypes], id: 'power', need: 'present-only', requiredWhen: { '==': [{ var: '/capacity' }, 'authorised'] } },
]
const on = '2026-11-23'
const of = (answers: Record<string, string>, lookups?: Record<string, 'found' | 'failed' | 'unavailable'>) =>
  Object.fromEntries(documentChecklist({ documents }, answers, { on, ...(lookups ? { lookups } : {}) }).map((item) => [item.document.id, item]))
const pdf = (documentId: string, facts: Partial<AttachmentFacts> = {}): AttachmentFacts => ({ documentId, mediaType: 'application/pdf', bytes: 500, ...facts })

describe('documentChecklist', () => {
  it('asks for the authorisation only when somebody else asks', () => {
    expect(of({ capacity: 'authorised' }).authorisation).toMatchObject({ required: true, askedFor: true, reason: 'condition-met' })
    expect(of({ capacity: 'self' }).authorisation).toMatchObject({ required: false, askedFor: false, reason: 'condition-not-met' })
    expect(of({}).authorisation).toMatchObject({ required: false, askedFor: false, reason: 'condition-unknown' })
  })

  it('asks for a paper the State can look up only after the look-up has failed', () => {
    expect(of({}).marriage).toMatchObject({ askedFor: false, reason: 'lookup-pending' })
    expect(of({}, { marriage: 'found' }).marriage).toMatchObject({ askedFor: false, reason: 'lookup-found' })
    expect(of({}, { marriage: 'unavailable' }).marriage).toMatchObject({ askedFor: false, reason: 'lookup-pending' })
    expect(of({}, { marriage: 'failed' }).marriage).toMatchObject({ askedFor: true, required: true, reason: 'lookup-failed' })
  })

  it('offers an optional paper and never uploads one that is only shown', () => {
    expect(of({}).photo).toMatchObject({ askedFor: true, required: false, reason: 'optional' })
    expect(of({}, { identity: 'failed' }).identity).toMatchObject({ askedFor: false, required: false, reason: 'present-only' })
  })

  it('names a paper that is only shown in no case but its own', () => {
    expect(of({ capacity: 'authorised' }).power).toMatchObject({ askedFor: false, required: false, reason: 'present-only' })
    expect(of({ capacity: 'self' }).power).toMatchObject({ askedFor: false, required: false, reason: 'condition-not-met' })
  })

  it('never asks for anything outside the closed list', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.string()), fc.dictionary(fc.string(), fc.constantFrom('found', 'failed', 'unavailable')), (answers, lookups) => {
      const items = documentChecklist({ documents }, answers, { on, lookups })
      expect(items.map((item) => item.document)).toEqual(documents)
      for (const item of items) if (item.required) expect(item.askedFor).toBe(true)
    }))
  })
})

describe('checkAttachments', () => {
  const checklist = documentChecklist({ documents }, { capacity: 'authorised' }, { on })
  const codes = (attachments: AttachmentFacts[]) => checkAttachments(checklist, attachments).map(({ code, pointer }) => [code, pointer])

  it.each<[string, AttachmentFacts[], string[][]]>([
    ['the one paper that is needed', [pdf('authorisation')], []],
    ['nothing', [], [['missing-document', '/attachments']]],
    ['three files for one paper', [pdf('authorisation'), pdf('authorisation'), pdf('authorisation')], [['too-many-files', '/attachments']]],
    ['a paper from nowhere', [pdf('authorisation'), pdf('household-book')], [['document-not-in-list', '/attachments/1']]],
    ['a listed paper that is not asked for', [pdf('authorisation'), pdf('marriage')], [['document-not-in-list', '/attachments/1']]],
    ['another kind of file', [pdf('authorisation', { mediaType: 'text/html' })], [['media-type', '/attachments/0']]],
    ['one byte too many', [pdf('authorisation', { bytes: 1_001 })], [['too-large', '/attachments/0']]],
    ['the largest size', [pdf('authorisation', { bytes: 1_000 })], []],
    ['an empty file', [pdf('authorisation', { bytes: 0 })], [['empty-file', '/attachments/0']]],
  ])('%s', (_, attachments, expected) => {
    expect(codes(attachments)).toEqual(expected)
  })

  it('asks for no attachment when somebody asks for themselves', () => {
    const own = documentChecklist({ documents }, { capacity: 'self' }, { on })
    expect(checkAttachments(own, [])).toEqual([])
    expect(checkAttachments(own, [pdf('authorisation')])).toMatchObject([{ code: 'document-not-in-list', documentId: 'authorisation' }])
  })
})

describe('sniffMediaType', () => {
  // Signatures: ISO 32000-1 §7.5.2, PNG (W3C) §5.2, JPEG (ITU-T T.81) SOI marker and the byte after it.
  it.each<[number[], string | null]>([
    [[0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37], 'application/pdf'],
    [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'image/png'],
    [[0xff, 0xd8, 0xff, 0xe0], 'image/jpeg'],
    [[0x20, 0x25, 0x50, 0x44, 0x46, 0x2d], null],
    [[0x50, 0x4b, 0x03, 0x04], null],
    [[0x89, 0x50, 0x4e, 0x47], null],
    [[], null],
  ])('%o is %s', (bytes, mediaType) => {
    expect(sniffMediaType(Uint8Array.from(bytes))).toBe(mediaType)
  })
})
