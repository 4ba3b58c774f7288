import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { TemplateResult } from 'lit'
import type { RequiredDocument } from '@motcua/schemas/definition'
import { formatBytes, formatLimit, mediaTypeName } from '../locales/file-formats.ts'
import { withArea } from '../locales/strings.ts'
import type { Words } from '../locales/strings.ts'
import { viUploads } from '../locales/vi-uploads.ts'
import { isMoving } from './upload-list.ts'
import type { UploadEntry, UploadList } from './upload-list.ts'

/** The bar moves with every byte, the words that are spoken in steps. */
const SPOKEN_STEP_PERCENT = 10

export interface UploadViewOptions { error?: string; headingLevel?: 3 | 4 }

/** One paper: what it is, what is accepted, its files and how far each has come. */
export function uploadView(document: RequiredDocument, uploads: UploadList, spoken: Words, options: UploadViewOptions = {}): TemplateResult {
  const words = withArea(spoken, viUploads)
  const { tag } = words
  const id = `doc-${document.id}`
  const entries = uploads.of(document.id)
  const types = document.mediaTypes.map(mediaTypeName).join(', ')
  const limits = words('documentLimits', { types, size: formatLimit(document.maxBytes, tag) })
  const optional = document.need === 'optional'
  return html`<section class="document"><div class=${options.error ? 'field invalid' : 'field'}>
    <label class="label" for=${id}><span .textContent=${words.text(document.name)}></span>${optional ? html` <span class="optional" .textContent=${words('optional')}></span>` : nothing}</label>
    ${document.hint ? html`<span class="hint" id=${`${id}-hint`} .textContent=${words.text(document.hint)}></span>` : nothing}
    <span class="hint" id=${`${id}-limits`} .textContent=${limits}></span>
    ${options.error ? html`<span class="error" id=${`${id}-error`} .textContent=${words('errorPrefix') + options.error}></span>` : nothing}
    <input type="file" id=${id} accept=${document.mediaTypes.join(',')} ?multiple=${document.maxFiles > 1}
      aria-describedby=${[document.hint && `${id}-hint`, `${id}-limits`, options.error && `${id}-error`].filter(Boolean).join(' ')} aria-invalid=${options.error ? 'true' : nothing}
      @change=${(e: Event) => {
        const input = e.target
        if (!(input instanceof HTMLInputElement)) return
        for (const file of input.files ?? []) void uploads.add(document, file)
        input.value = ''
      }}></div>
    <div role="status" aria-atomic="false">${repeat(entries, (entry) => entry.key, (entry) => stateView(entry, document, words, types, entries.length > 1))}</div>
    <ul class="cards">${repeat(entries, (entry) => entry.key, (entry) => entryView(entry, document, uploads, words))}</ul></section>`
}

function entryView(entry: UploadEntry, document: RequiredDocument, uploads: UploadList, words: Words): TemplateResult {
  const moving = isMoving(entry)
  const again = entry.file !== undefined && (entry.state === 'failed' || entry.state === 'cancelled' || entry.state === 'refused')
  // The button that was pressed goes away: focus goes where the next file is chosen.
  const then = (work: () => void) => (event: Event): void => { focusInput(event, `doc-${document.id}`); work() }
  const name = words('fileLine', { name: entry.name, size: formatBytes(entry.bytes, words.tag) })
  return html`<li><strong .textContent=${name}></strong>
    ${moving ? html`<progress max="100" .value=${entry.percent} aria-label=${name}></progress>` : nothing}
    <div class="buttons">
      ${moving ? html`<button type="button" class="button secondary small" @click=${then(() => { uploads.cancel(entry) })}>${fileButton(words('uploadCancel'), entry)}</button>` : nothing}
      ${again ? html`<button type="button" class="button secondary small" @click=${then(() => { void uploads.send(entry) })}>${fileButton(words('uploadRetry'), entry)}</button>` : nothing}
      ${moving ? nothing : html`<button type="button" class="button secondary small" @click=${then(() => { uploads.remove(entry) })}>${fileButton(words('uploadRemove'), entry)}</button>`}
    </div></li>`
}

/** What has become of a file. It stands in a region that is there before the file: what comes with its region is not always spoken. */
function stateView(entry: UploadEntry, document: RequiredDocument, words: Words, types: string, isOneOfSeveral: boolean): TemplateResult {
  const text = stateText(entry, document, words, types)
  return html`<p class=${entry.state === 'confirmed' ? 'good' : isMoving(entry) ? 'muted' : 'bad'} .textContent=${isOneOfSeveral ? `${entry.name}: ${text}` : text}></p>
    ${entry.supportCode ? html`<p class="muted" .textContent=${words('supportCode', { code: entry.supportCode })}></p>` : nothing}`
}

/** What the button does, and for those who do not see it beside its file, to which. */
function fileButton(text: string, { name }: UploadEntry): TemplateResult {
  return html`<span .textContent=${text}></span><span class="visually-hidden" .textContent=${`: ${name}`}></span>`
}

function focusInput({ currentTarget }: Event, id: string): void {
  const root = currentTarget instanceof Node ? currentTarget.getRootNode() : undefined
  if (root instanceof ShadowRoot) root.getElementById(id)?.focus()
}

function stateText(entry: UploadEntry, document: RequiredDocument, words: Words, types: string): string {
  const percent = entry.percent - entry.percent % SPOKEN_STEP_PERCENT
  switch (entry.state) {
    case 'uploading': return words('uploadProgress', { percent })
    case 'waiting': return words('uploadWaiting', { percent })
    case 'checking': return words('uploadChecking')
    case 'confirmed': return words('uploadConfirmed')
    case 'cancelled': return words('uploadCancelled')
    case 'failed': return words('uploadFailed')
    case 'empty': return words('uploadEmpty')
    case 'too-large': return words('uploadTooLarge', { size: formatBytes(entry.bytes, words.tag), limit: formatLimit(document.maxBytes, words.tag) })
    case 'wrong-type': return words('uploadWrongType', { types })
    case 'refused': return entry.reason ?? words('uploadFailed')
  }
}
