import { describe, expect, it } from 'vitest'
import { PortalProblemError, PortalUnreachableError } from '@motcua/portal-client'
import { fixtureDefinition } from '../testing/definition.ts'
import type { StoredFile } from '../services/contract.ts'
import type { UploadOptions } from '../services/services.ts'
import { UploadList } from './upload-list.ts'

const document = fixtureDefinition().procedure.documents[0] ?? (() => { throw new TypeError('the fixture has a paper') })()
const pdf = (name = 'a.pdf', size = 64): File => new File([`%PDF-1.7\n${'x'.repeat(size)}`], name, { type: 'application/pdf' })
const storedOf = (file: File): StoredFile => ({ uploadId: `up-${file.name}`, documentId: document.id, name: file.name, mediaType: 'application/pdf', bytes: file.size, sha256: 'a'.repeat(64) })

function listOf(upload: (file: File, options: UploadOptions) => Promise<StoredFile> = async (file) => storedOf(file)) {
  const removed: string[] = []
  const list = new UploadList({ portal: { upload, removeUpload: async (id) => { removed.push(id) } }, procedure: 'fixture-copy', commune: '30838', changed: () => undefined })
  return { list, removed }
}

describe('UploadList', () => {
  it('counts a file as attached only when the gateway has confirmed it', async () => {
    let confirm = (_file: StoredFile): void => undefined
    const { list } = listOf((_file, { onProgress }) => {
      onProgress({ sentBytes: 50, totalBytes: 100, waiting: false })
      return new Promise((resolve) => { confirm = resolve })
    })
    const file = pdf()
    const added = list.add(document, file)
    await expect.poll(() => list.entries[0]?.percent).toBe(50)
    expect(list.stored).toEqual([])
    expect(list.busy).toBe(true)
    confirm(storedOf(file))
    await added
    expect(list.stored).toHaveLength(1)
    expect(list.busy).toBe(false)
  })

  it.each([
    ['empty', new File([], 'a.pdf', { type: 'application/pdf' })],
    ['wrong-type', new File(['just words'], 'a.pdf', { type: 'application/pdf' })],
    ['too-large', pdf('a.pdf', 5_000_000)],
  ])('refuses a file that is %s before it is sent', async (state, file) => {
    const { list } = listOf(async () => { throw new TypeError('must not be sent') })
    await list.add(document, file)
    expect(list.entries.map((entry) => entry.state)).toEqual([state])
  })

  it('keeps a file that failed and sends the same again', async () => {
    let calls = 0
    const { list } = listOf(async (file) => { calls += 1; if (calls === 1) throw new PortalUnreachableError('cut'); return storedOf(file) })
    await list.add(document, pdf())
    const [entry] = list.entries
    expect(entry?.state).toBe('failed')
    if (entry) await list.send(entry)
    expect(entry?.state).toBe('confirmed')
  })

  it('stops when told to, and can go on', async () => {
    let calls = 0
    const { list } = listOf((file, { signal }) => {
      calls += 1
      return calls > 1 ? Promise.resolve(storedOf(file)) : new Promise((_resolve, reject) => { signal.addEventListener('abort', () => { reject(signal.reason) }) })
    })
    const added = list.add(document, pdf())
    await expect.poll(() => calls).toBe(1)
    const [entry] = list.entries
    if (entry) list.cancel(entry)
    await added
    expect(entry?.state).toBe('cancelled')
    if (entry) await list.send(entry)
    expect(entry?.state).toBe('confirmed')
  })

  it('does not send a file that was taken back while it was looked at', async () => {
    const { list } = listOf(async () => { throw new TypeError('must not be sent') })
    const added = list.add(document, pdf())
    const [entry] = list.entries
    if (entry) list.remove(entry)
    await added
    expect([list.entries, entry?.state]).toEqual([[], 'uploading'])
  })

  it('says what the gateway said when it refused, with the support code', async () => {
    const { list } = listOf(async () => { throw new PortalProblemError({ type: 'urn:motcua:problem:upload-refused', title: 'Tệp có mật khẩu', status: 409, correlationId: 'c-9' }) })
    await list.add(document, pdf())
    expect(list.entries[0]).toMatchObject({ state: 'refused', reason: 'Tệp có mật khẩu', supportCode: 'c-9' })
  })

  it('replaces the old file where only one is asked for, and tells the gateway', async () => {
    const { list, removed } = listOf()
    await list.add(document, pdf('old.pdf'))
    await list.add(document, pdf('new.pdf'))
    expect(list.stored.map((file) => file.name)).toEqual(['new.pdf'])
    expect(removed).toEqual(['up-old.pdf'])
  })

  it('takes back what a draft remembers, once', () => {
    const { list } = listOf()
    const stored = storedOf(pdf())
    list.restore([stored])
    list.restore([stored])
    expect(list.stored).toEqual([stored])
  })

  it('says what stands between a paper and filing', async () => {
    const checklist = [{ document, required: true, askedFor: true, reason: 'always' as const }]
    let attempt = (_file: File): Promise<StoredFile> => Promise.reject(new PortalUnreachableError('cut'))
    const { list } = listOf((file) => attempt(file))
    expect(list.faults(checklist)).toEqual([{ documentId: document.id, text: 'documentMissing' }])
    await list.add(document, pdf())
    expect(list.faults(checklist)).toEqual([{ documentId: document.id, text: 'documentFailed', file: 'a.pdf' }])
    let store = (_file: StoredFile): void => undefined
    attempt = () => new Promise((resolve) => { store = resolve })
    const [entry] = list.entries
    const sent = entry && list.send(entry)
    expect(list.faults(checklist)).toEqual([{ documentId: document.id, text: 'documentUploading' }])
    store(storedOf(pdf()))
    await sent
    expect(list.faults(checklist)).toEqual([])
    expect(list.attachments(checklist)).toHaveLength(1)
    // The answers have changed: nobody asks for it any more.
    expect(list.attachments([])).toEqual([])
  })

  it('asks to send again what the person stopped, instead of asking for the paper', async () => {
    const { list } = listOf((_file, { signal }) => new Promise((_resolve, reject) => { signal.addEventListener('abort', () => { reject(signal.reason) }) }))
    const added = list.add(document, pdf())
    await expect.poll(() => list.busy).toBe(true)
    const [entry] = list.entries
    if (entry) list.cancel(entry)
    await added
    expect(list.faults([{ document, required: true, askedFor: true, reason: 'always' }])).toEqual([{ documentId: document.id, text: 'documentFailed', file: 'a.pdf' }])
  })
})
