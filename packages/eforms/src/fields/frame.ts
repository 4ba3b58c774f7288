import { noChange } from 'lit/html.js'
import { directive, Directive } from 'lit/directive.js'
import type { ElementPart } from 'lit/directive.js'
import { writeAttribute } from '../dom/attributes.ts'
import type { FrameProps } from './field.ts'
import { describedBy, noteOf, NOTES } from './notes.ts'
import type { Note } from './notes.ts'

/** What a field's element begins with: its question (a label or a legend), or at once a box with its statement. */
export type FrameHead = 'question' | 'none'

/**
 * Writes what every field has straight into its nodes: question, hint, error, origin, warning. Parts of templates for them
 * would cost a form of a thousand fields megabytes, and an empty submit twice its time.
 */
class FrameDirective extends Directive {
  #asked = ''
  #notes: Partial<Record<Note, HTMLElement>> | undefined

  override render(_props: FrameProps, _head: FrameHead): unknown { return noChange }

  override update({ element }: ElementPart, [props, head]: [FrameProps, FrameHead]): unknown {
    const question = head === 'question' ? element.firstElementChild : null
    if (question) this.#ask(question, props)
    for (const note of NOTES) this.#say(note, noteOf(props, note), { element, question, id: props.id })
    if (element instanceof HTMLFieldSetElement) writeAttribute(element, 'aria-describedby', describedBy(props))
    writeAttribute(element, 'class', props.error ? 'field invalid' : 'field')
    return noChange
  }

  /** The question; where no answer is needed, with a mark that says so. */
  #ask(question: Element, { id, label, required, locked, words }: FrameProps): void {
    const mark = required || locked ? '' : words('optional')
    if (this.#asked === `${label}\n${mark}`) return
    this.#asked = `${label}\n${mark}`
    question.textContent = mark ? `${label} ` : label
    if (mark) Object.assign(question.appendChild(document.createElement('span')), { className: 'optional', textContent: mark })
    if (question instanceof HTMLLabelElement) question.htmlFor = id
    else if (question.parentElement) question.parentElement.id = id
  }

  #say(note: Note, text: string, { element, question, id }: { element: Element; question: Element | null; id: string }): void {
    const present = this.#notes?.[note]
    if (!text) {
      present?.remove()
      if (present) delete this.#notes?.[note]
      return
    }
    if (present?.textContent === text) return
    const notes = this.#notes ??= {}
    const node = notes[note] ??= element.insertBefore(made(note, id), this.#place(note, element, question))
    node.textContent = text
  }

  #place(note: Note, element: Element, question: Element | null): Node | null {
    if (note === 'origin') return this.#notes?.warning ?? null
    if (note === 'warning') return null
    const before = (note === 'error' && this.#notes?.hint) || question
    return before ? before.nextSibling : element.firstChild
  }
}

function made(note: Note, id: string): HTMLElement {
  const node = document.createElement('span')
  node.className = note
  node.id = `${id}-${note}`
  node.setAttribute('part', note)
  return node
}

/** @example html`<div part="field" ${frame(props, 'question')}><label part="label"></label>${control}<!----></div>` */
export const frame = directive(FrameDirective)
