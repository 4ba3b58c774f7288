import { html } from 'lit'
import type { TemplateResult } from 'lit'
import type { ChecklistItem } from '@motcua/dossier/documents'
import type { Words } from '../locales/strings.ts'
import type { UploadList } from '../uploads/upload-list.ts'
import type { uploadView } from '../uploads/upload-view.ts'

/** Papers of this dossier, and nothing beyond the procedure's closed list. Without a gateway it is a list to prepare. `draw` arrives with its chunk. */
export function documentsView(checklist: readonly ChecklistItem[], uploads: UploadList | undefined, draw: typeof uploadView | undefined, errors: ReadonlyMap<string, string>, words: Words): TemplateResult {
  const asked = checklist.filter((item) => item.askedFor)
  const shown = checklist.filter((item) => item.reason === 'present-only')
  return html`<p .textContent=${words(asked.length === 0 ? 'documentsNone' : uploads ? 'documentsIntro' : 'documentsIntroHandOff')}></p>
    ${uploads
      ? asked.map(({ document }) => draw?.(document, uploads, words, { error: errors.get(document.id) ?? '' }))
      : html`<ul>${asked.map(({ document, required }) => html`<li><strong .textContent=${words.text(document.name)}></strong>${required ? '' : html` <span class="optional" .textContent=${words('optional')}></span>`}
          ${document.hint ? html`<p class="muted" .textContent=${words.text(document.hint)}></p>` : ''}</li>`)}</ul>`}
    ${shown.map(({ document }) => html`<section class="document"><h3 .textContent=${words.text(document.name)}></h3><p .textContent=${words('documentPresent')}></p></section>`)}`
}
