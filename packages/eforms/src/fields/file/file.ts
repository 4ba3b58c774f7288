import { html, nothing } from 'lit/html.js'
import type { TemplateResult } from 'lit/html.js'
import { attributes } from '../../dom/attributes.ts'
import { formatBytes } from '../../locales/file-formats.ts'
import { controlAttributes, labelledFrame } from '../field.ts'
import type { FieldProps, FrameProps } from '../field.ts'
import { fileLimitsText } from './judge-file.ts'
import type { FileLimits } from './judge-file.ts'

/** What a field for one file is given to draw itself. A file is no answer of a form: papers are uploads of the dossier. */
export interface FileProps extends FrameProps, FileLimits, Pick<FieldProps, 'disabled'> {
  /** As native: what the browser’s dialog offers. */
  accept: string
  /** What has been chosen, good or not. */
  file: File | undefined
  onChoose(file: File): void
  onRemove(): void
}

/** One file: what is taken, the native input, and what has been chosen, with its name, its size and the way to take it back. */
export function fileView(props: FileProps): TemplateResult {
  const { id, file, locked, words } = props
  const limits = `${id}-limits`
  const frame = controlAttributes(props)
  return labelledFrame(props, html`<span class="hint" id=${limits} .textContent=${fileLimitsText(props, words)}></span>${locked ? nothing
    : html`<input part="control" type="file" ${attributes({ ...frame, accept: props.accept || undefined, class: file ? 'held' : undefined, 'aria-describedby': [frame['aria-describedby'], limits].filter(Boolean).join(' ') })}
      @change=${(e: Event) => { choose(e, props) }}>`}${file ? chosen(file, props) : nothing}`)
}

function chosen(file: File, props: FileProps): TemplateResult {
  const { locked, disabled, words } = props
  const name = file.name.normalize('NFC')
  return html`<p class="chosen-file"><strong role="status" .textContent=${words('fileLine', { name, size: formatBytes(file.size, words.tag) })}></strong>${locked || disabled ? nothing
    : html`<button type="button" class="link" @click=${(e: Event) => { remove(e, props) }}><span .textContent=${words('uploadRemove')}></span><span class="visually-hidden" .textContent=${`: ${name}`}></span></button>`}</p>`
}

/** The input is emptied at once: the name beside it says what is chosen, and the same file can be chosen again. */
function choose({ target }: Event, { onChoose }: FileProps): void {
  if (!(target instanceof HTMLInputElement)) return
  const [file] = target.files ?? []
  target.value = ''
  if (file) onChoose(file)
}

/** The button that was pressed goes away: focus goes where the next file is chosen. */
function remove({ currentTarget }: Event, { id, onRemove }: FileProps): void {
  const root = currentTarget instanceof Node ? currentTarget.getRootNode() : undefined
  onRemove()
  if (root instanceof ShadowRoot || root instanceof Document) root.getElementById(id)?.focus()
}
