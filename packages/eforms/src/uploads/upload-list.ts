import { checkAttachments } from '@motcua/dossier/documents'
import type { ChecklistItem } from '@motcua/dossier/documents'
import type { RequiredDocument } from '@motcua/schemas/definition'
import { judgeFile } from '../fields/file/judge-file.ts'
import type { StoredFile } from '../services/contract.ts'
import { failureOf } from '../services/failure.ts'
import type { PortalServices } from '../services/services.ts'

export const UPLOAD_STATES = ['uploading', 'waiting', 'checking', 'confirmed', 'failed', 'cancelled', 'too-large', 'wrong-type', 'empty', 'refused'] as const
export type UploadState = (typeof UPLOAD_STATES)[number]

/** One file on its way to the gateway. Only `stored`, the gateway's own word, makes it an attachment. */
export interface UploadEntry {
  readonly key: string
  readonly documentId: string
  readonly name: string
  readonly bytes: number
  state: UploadState
  percent: number
  stored?: StoredFile
  /** What the gateway said when it refused. */
  reason?: string
  supportCode?: string
  file?: File
  abort?: AbortController
}

export interface UploadListOptions {
  portal: Pick<PortalServices, 'upload' | 'removeUpload'>
  procedure: string
  commune: string
  /** Nothing may be kept on the machine. */
  shared?: boolean
  changed(): void
  /** Nobody is signed in any more: the file waits. */
  sessionEnded?(): void
}

/** What stands between a paper and filing; `file` names the one that must be sent again. */
export interface UploadFault { documentId: string; text: 'documentUploading' | 'documentMissing' | 'documentFailed'; file?: string }

/** Files of one dossier or one supplement, by paper. */
export class UploadList {
  readonly entries: UploadEntry[] = []
  readonly #options: UploadListOptions
  #count = 0

  constructor(options: UploadListOptions) { this.#options = options }

  of(documentId: string): UploadEntry[] { return this.entries.filter((entry) => entry.documentId === documentId) }
  get stored(): StoredFile[] { return this.entries.flatMap((entry) => (entry.stored ? [entry.stored] : [])) }
  get busy(): boolean { return this.entries.some(isMoving) }

  /** Stored files of papers that are asked for; a file for a paper that no longer is stays out. */
  attachments(checklist: readonly ChecklistItem[]): StoredFile[] {
    const asked = new Set(checklist.filter((item) => item.askedFor).map((item) => item.document.id))
    return this.stored.filter((file) => asked.has(file.documentId))
  }

  /** What stands between these files and filing: one that is on its way, or else every paper that still lacks its file. */
  faults(checklist: readonly ChecklistItem[]): UploadFault[] {
    const moving = this.entries.find(isMoving)
    if (moving) return [{ documentId: moving.documentId, text: 'documentUploading' }]
    return checkAttachments(checklist, this.attachments(checklist)).map(({ documentId }) => {
      // The file stands there: it must be sent again, not attached again.
      const failed = this.of(documentId).find(({ state, file }) => file && (state === 'failed' || state === 'cancelled'))
      return failed ? { documentId, text: 'documentFailed', file: failed.name } : { documentId, text: 'documentMissing' }
    })
  }

  /** Takes back what a draft remembers. */
  restore(files: readonly StoredFile[]): void {
    for (const stored of files) {
      if (this.entries.some((entry) => entry.stored?.uploadId === stored.uploadId)) continue
      this.entries.push({ key: this.#key(), documentId: stored.documentId, name: stored.name, bytes: stored.bytes, state: 'confirmed', percent: 100, stored })
    }
    this.#options.changed()
  }

  /** Checks size and kind first, by content and not by name, so that nobody waits for a refusal. */
  async add(document: RequiredDocument, file: File): Promise<void> {
    const entry: UploadEntry = { key: this.#key(), documentId: document.id, name: file.name.normalize('NFC'), bytes: file.size, state: 'uploading', percent: 0, file }
    for (const old of this.of(document.id)) if (old.state !== 'confirmed' || this.of(document.id).length >= document.maxFiles) this.remove(old)
    this.entries.push(entry)
    entry.state = await judgeFile(file, document) ?? entry.state
    this.#options.changed()
    // Taken back while it was judged: it is not sent.
    if (entry.state === 'uploading' && this.entries.includes(entry)) await this.send(entry)
  }

  /** Sends, or goes on from where it stopped. */
  async send(entry: UploadEntry): Promise<void> {
    if (!entry.file) return
    const abort = new AbortController()
    Object.assign(entry, { abort, state: 'uploading' as const })
    this.#options.changed()
    try {
      entry.stored = await this.#options.portal.upload(entry.file, {
        documentId: entry.documentId, procedure: this.#options.procedure, commune: this.#options.commune, signal: abort.signal, ...(this.#options.shared && { shared: true }),
        onProgress: ({ sentBytes, totalBytes, waiting }) => {
          if (abort.signal.aborted) return
          entry.percent = totalBytes > 0 ? Math.floor((sentBytes / totalBytes) * 100) : 0
          entry.state = waiting ? 'waiting' : entry.percent === 100 ? 'checking' : 'uploading'
          this.#options.changed()
        },
      })
      entry.state = 'confirmed'
      entry.percent = 100
    } catch (error) {
      const failure = failureOf(error)
      if (abort.signal.aborted || failure.kind === 'aborted') entry.state = 'cancelled'
      else if (failure.kind === 'problem') {
        entry.state = failure.problem.status === 413 ? 'too-large' : failure.problem.status === 415 ? 'wrong-type' : 'refused'
        entry.reason = failure.problem.title
        entry.supportCode = failure.problem.correlationId
      } else {
        entry.state = 'failed'
        if (failure.kind === 'session') this.#options.sessionEnded?.()
      }
    }
    this.#options.changed()
  }

  cancel(entry: UploadEntry): void { entry.abort?.abort() }

  /** Ends what is on its way; what has arrived stays. */
  stop(): void { for (const entry of this.entries) this.cancel(entry) }

  remove(entry: UploadEntry): void {
    entry.abort?.abort()
    const index = this.entries.indexOf(entry)
    if (index >= 0) this.entries.splice(index, 1)
    // Best effort: the gateway drops what no dossier claims.
    if (entry.stored) void this.#options.portal.removeUpload(entry.stored.uploadId).catch(() => undefined)
    this.#options.changed()
  }

  #key(): string { return `u${++this.#count}` }
}

/** On its way to the gateway. */
export function isMoving({ state }: UploadEntry): boolean { return state === 'uploading' || state === 'waiting' || state === 'checking' }
