import { html } from 'lit'
import type { TemplateResult } from 'lit'
import { changeButton, term } from '../dom/describe-list.ts'
import { formatBytes } from '../locales/file-formats.ts'
import type { Words } from '../locales/strings.ts'
import type { StoredFile } from '../services/contract.ts'

/** The papers that go with a dossier, on its check page. */
export function attachmentsView(files: readonly StoredFile[], { nameOf, change }: { nameOf(documentId: string): string; change(): void }, words: Words): TemplateResult {
  return html`<section><h3 .textContent=${words('attachmentsTitle')}></h3>${files.length === 0
    ? html`<p .textContent=${words('documentsNone')}></p>`
    : html`<dl>${files.map(({ documentId, name, bytes }) => term(nameOf(documentId), words('fileLine', { name, size: formatBytes(bytes, words.tag) }), changeButton(words, nameOf(documentId), change)))}</dl>`}</section>`
}
