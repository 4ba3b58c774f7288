import * as fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { definition, field, repeat } from '../test/fixtures/definitions.ts'
import { happenings, Run } from '../test/edit-history.ts'
import { FORMS } from '../test/fixtures/forms.ts'
import { createForm } from './index.ts'
import type { FormSnapshot } from './index.ts'
import { decodeDraft, encodeDraft, encryptedDraftStore, memoryDraftStore, migrateDraft, parseSnapshot, SnapshotError } from './draft.ts'
import type { DraftStorage, SealedDraft } from './draft.ts'

const SNAPSHOT: FormSnapshot = {
  formatVersion: 1, definition: { slug: 'fixture', effectiveFrom: '2026-01-01' },
  values: { '/name': 'Nguyễn Thị Lan', '/count': '2x' }, rows: { '/people': ['r1', 'r3'] }, cleared: ['/reason'], provenance: { '/name': 'typed' },
}
const DRAFT = { snapshot: SNAPSHOT, page: 'who', beside: { attachments: ['a'] }, savedAt: '2026-11-21T03:00:00.000Z' }
const DAY_MS = 24 * 3_600_000

describe('a draft as bytes', () => {
  it('comes back as it went, whatever was typed', () => {
    fc.assert(fc.property(happenings, fc.constantFrom(...Object.values(FORMS)), (history, form) => {
      const run = new Run(form)
      for (const happening of history) run.apply(happening)
      const draft = { snapshot: run.form.snapshot(), savedAt: DRAFT.savedAt }
      expect(decodeDraft(encodeDraft(draft))).toEqual(draft)
    }), { numRuns: 200 })
  })

  it.each([
    ['no JSON', new Uint8Array([1, 2, 3])],
    ['broken UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
    ['no object', new TextEncoder().encode('[]')],
    ['no instant', new TextEncoder().encode(JSON.stringify({ ...DRAFT, savedAt: 'yesterday' }))],
    ['another format', new TextEncoder().encode(JSON.stringify({ ...DRAFT, snapshot: { ...SNAPSHOT, formatVersion: 2 } }))],
    ['rows that are no keys', new TextEncoder().encode(JSON.stringify({ ...DRAFT, snapshot: { ...SNAPSHOT, rows: { '/people': [1] } } }))],
    ['row keys that no pointer can carry', new TextEncoder().encode(JSON.stringify({ ...DRAFT, snapshot: { ...SNAPSHOT, rows: { '/people': ['r1/name'] } } }))],
    ['an unknown provenance', new TextEncoder().encode(JSON.stringify({ ...DRAFT, snapshot: { ...SNAPSHOT, provenance: { '/name': 'police' } } }))],
  ])('is refused when it holds %s', (_, bytes) => {
    expect(() => decodeDraft(bytes)).toThrow(SnapshotError)
  })

  it('of other hands is taken as if it were typed: in NFC, and empty text is no answer', () => {
    const form = createForm({ definition: definition({ pages: [{ id: 'p', items: [field('/name'), field('/reason')] }], schema: {} }) })
    form.restore({ ...SNAPSHOT, values: { '/name': 'La\u0302m', '/reason': '' }, rows: {}, cleared: [] })
    expect(form.project()).toEqual({ name: 'Lâm' })
    expect(form.snapshot().cleared).toEqual(['/reason'])
  })

  it('never repeats answers in an error', () => {
    const bytes = new TextEncoder().encode(JSON.stringify({ ...DRAFT, snapshot: { ...SNAPSHOT, cleared: 'Nguyễn Thị Lan' } }))
    expect(() => decodeDraft(bytes)).toThrow(/"cleared" is missing/)
    expect(() => parseSnapshot({ ...SNAPSHOT, values: { '/name': undefined } })).toThrow(/"values"/)
  })
})

describe('carrying a draft into another version', () => {
  const next = definition({
    version: '2027-03-01',
    pages: [{
      id: 'all',
      items: [
        field('/requester/fullName'), field('/count', { field: 'integer', default: 1 }), field('/reason', { default: 'khác' }), field('/new', { default: 'có' }),
        repeat('/people', [field('/people/-/name'), field('/people/-/role', { default: 'mẹ' })], { maxRows: 1 }),
      ],
    }],
    schema: {
      type: 'object',
      properties: { requester: { type: 'object', properties: { fullName: { type: 'string' } } }, count: { type: 'integer' }, reason: { type: 'string' }, new: { type: 'string' } },
    },
  })
  const from = SNAPSHOT.definition

  it('keeps answers whose question is still there, half-typed ones too', () => {
    expect(migrateDraft(SNAPSHOT, from, next).snapshot.values).toMatchObject({ '/count': '2x' })
  })

  it('names answers without a place', () => {
    expect(migrateDraft(SNAPSHOT, from, next).dropped).toEqual(['/name'])
  })

  it('follows questions that moved', () => {
    const { snapshot, dropped } = migrateDraft(SNAPSHOT, from, next, { renames: { '/name': '/requester/fullName' } })
    expect(snapshot.values['/requester/fullName']).toBe('Nguyễn Thị Lan')
    expect(snapshot.provenance['/requester/fullName']).toBe('typed')
    expect(dropped).toEqual([])
  })

  it('gives new questions their default and leaves cleared ones cleared', () => {
    const { snapshot } = migrateDraft(SNAPSHOT, from, next)
    expect(snapshot.values['/new']).toBe('có')
    expect(snapshot.values['/reason']).toBeUndefined()
    expect(snapshot.cleared).toEqual(['/reason'])
  })

  it('keeps row keys and as many rows as there may be', () => {
    const old = { ...SNAPSHOT, values: { '/people/r1/name': 'An', '/people/r3/name': 'Bình' } }
    const { snapshot, dropped } = migrateDraft(old, from, next)
    expect(snapshot.rows).toEqual({ '/people': ['r1'] })
    expect(snapshot.values).toMatchObject({ '/people/r1/name': 'An', '/people/r1/role': 'mẹ' })
    expect(dropped).toEqual(['/people/r3/name'])
  })

  it('drops composite answers to a question that now takes text', () => {
    expect(migrateDraft({ ...SNAPSHOT, values: { '/new': { a: 1 } } }, from, next).dropped).toEqual(['/new'])
  })

  it('gives a snapshot the new form takes', () => {
    const form = createForm({ definition: next })
    form.restore(migrateDraft(SNAPSHOT, from, next).snapshot)
    expect(form.snapshot().definition.effectiveFrom).toBe('2027-03-01')
    expect(form.project()).toMatchObject({ count: '2x', new: 'có' })
  })

  it('does not change its input', () => {
    const before = structuredClone(SNAPSHOT)
    migrateDraft(SNAPSHOT, from, next)
    expect(SNAPSHOT).toEqual(before)
  })

  it('refuses another procedure and a wrong version', () => {
    const other = { ...SNAPSHOT, definition: { slug: 'other', effectiveFrom: '2026-01-01' } }
    expect(() => migrateDraft(other, other.definition, next)).toThrow(SnapshotError)
    expect(() => migrateDraft(SNAPSHOT, { slug: 'fixture', effectiveFrom: '2025-01-01' }, next)).toThrow(SnapshotError)
    expect(() => createForm({ definition: next }).restore(SNAPSHOT)).toThrow(/migrateDraft/)
  })

  it('changes nothing within one version', () => {
    fc.assert(fc.property(happenings, fc.constantFrom(...Object.values(FORMS)), (history, form) => {
      const run = new Run(form)
      for (const happening of history) run.apply(happening)
      const snapshot = run.form.snapshot()
      expect(migrateDraft(snapshot, snapshot.definition, form)).toEqual({ snapshot, dropped: [] })
    }), { numRuns: 300 })
  })
})

describe('sealed drafts', () => {
  let kept: Map<string, SealedDraft>
  let now: Date
  const storage = (): DraftStorage => ({
    get: async id => kept.get(id),
    put: async (id, draft) => void kept.set(id, structuredClone(draft)),
    delete: async id => void kept.delete(id),
    list: async () => [...kept.keys()],
  })
  const bytes = (sealed: SealedDraft | undefined): number[] => [...new Uint8Array(sealed?.data ?? new ArrayBuffer(0))]
  const store = () => encryptedDraftStore({ storage: storage(), now: () => now })
  beforeEach(() => {
    kept = new Map()
    now = new Date('2026-11-21T03:00:00Z')
  })

  it('open again with all that was in them', async () => {
    await store().save('a', DRAFT)
    expect(await store().load('a')).toEqual(DRAFT)
  })

  it('hold no answer in the clear, and a key that cannot leave', async () => {
    await store().save('a', DRAFT)
    const sealed = kept.get('a')
    expect(new TextDecoder().decode(sealed?.data)).not.toContain('Lan')
    expect(sealed?.key.extractable).toBe(false)
  })

  it('take a new initialisation vector for every save and keep their key', async () => {
    await store().save('a', DRAFT)
    const first = kept.get('a')
    await store().save('a', DRAFT)
    expect(kept.get('a')?.iv).not.toEqual(first?.iv)
    expect(bytes(kept.get('a'))).not.toEqual(bytes(first))
    expect(await store().load('a')).toEqual(DRAFT)
  })

  it('expire seven days after the last save and leave the storage', async () => {
    await store().save('a', DRAFT)
    now = new Date(now.getTime() + 7 * DAY_MS - 1)
    expect(await store().load('a')).toEqual(DRAFT)
    now = new Date(now.getTime() + 1)
    expect(await store().load('a')).toBeUndefined()
    expect(kept.size).toBe(0)
  })

  it('are swept when any draft is used after they expired', async () => {
    await store().save('a', DRAFT)
    now = new Date(now.getTime() + 8 * DAY_MS)
    await store().save('b', DRAFT)
    expect([...kept.keys()]).toEqual(['b'])
  })

  it('are named without those that expired', async () => {
    await store().save('a', DRAFT)
    now = new Date(now.getTime() + 5 * DAY_MS)
    await store().save('b', DRAFT)
    expect((await store().list()).toSorted()).toEqual(['a', 'b'])
    now = new Date(now.getTime() + 3 * DAY_MS)
    expect(await store().list()).toEqual(['b'])
    expect([...kept.keys()]).toEqual(['b'])
  })

  it('do not open after one flipped bit, and go', async () => {
    await store().save('a', DRAFT)
    const sealed = kept.get('a')
    if (sealed) new DataView(sealed.data).setUint8(7, new DataView(sealed.data).getUint8(7) ^ 1)
    expect(await store().load('a')).toBeUndefined()
    expect(kept.size).toBe(0)
  })

  it('do not open under another name', async () => {
    await store().save('a', DRAFT)
    const sealed = kept.get('a')
    if (sealed) kept.set('b', sealed)
    expect(await store().load('b')).toBeUndefined()
  })

  it('go on submission and at sign-out', async () => {
    await store().save('a', DRAFT)
    await store().save('b', DRAFT)
    await store().remove('a')
    expect([...kept.keys()]).toEqual(['b'])
    await store().removeAll()
    expect(kept.size).toBe(0)
  })
})

describe('sealed drafts, several things at once', () => {
  it('leave nothing behind when signing out overtakes a save', async () => {
    const kept = new Map<string, SealedDraft>()
    const slow = <T>(value: T): Promise<T> => new Promise(resolve => setTimeout(resolve, 5, value))
    const store = encryptedDraftStore({
      storage: {
        get: id => slow(kept.get(id)), list: () => slow([...kept.keys()]),
        put: async (id, draft) => void kept.set(id, await slow(draft)), delete: async id => void kept.delete(await slow(id)),
      },
    })
    await Promise.all([store.save('a', DRAFT), store.save('a', DRAFT), store.removeAll()])
    expect(kept.size).toBe(0)
    await expect(store.load('a')).resolves.toBeUndefined()
  })

  it('go on after one operation failed', async () => {
    let broken = true
    const kept = new Map<string, SealedDraft>()
    const store = encryptedDraftStore({
      storage: {
        get: async id => kept.get(id), list: async () => [...kept.keys()], delete: async id => void kept.delete(id),
        put: async (id, draft) => {
          if (broken) throw new Error('quota')
          kept.set(id, draft)
        },
      },
    })
    await expect(store.save('a', DRAFT)).rejects.toThrow('quota')
    broken = false
    await store.save('a', DRAFT)
    expect(await store.load('a')).toEqual(DRAFT)
  })
})

describe('drafts of shared devices', () => {
  it('live in memory only and are copies', async () => {
    const store = memoryDraftStore()
    await store.save('a', DRAFT)
    const loaded = await store.load('a')
    expect(loaded).toEqual(DRAFT)
    expect(loaded).not.toBe(DRAFT)
    expect(await store.list()).toEqual(['a'])
    await store.removeAll()
    expect(await store.load('a')).toBeUndefined()
  })
})
