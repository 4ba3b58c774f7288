import { noChange } from 'lit/html.js'
import { directive, Directive } from 'lit/directive.js'
import type { ElementPart } from 'lit/directive.js'

export interface Link { text: string; id: string; go(): void }

/** A list of links within a view, written in one go: eight hundred errors are eight hundred links. */
class LinksDirective extends Directive {
  #links: readonly Link[] = []
  #listens = false

  override render(_links: readonly Link[]): unknown { return noChange }

  override update({ element }: ElementPart, [links]: [readonly Link[]]): unknown {
    const old = this.#links
    this.#links = links
    if (!this.#listens) element.addEventListener('click', (event) => { this.#follow(event, element) })
    this.#listens = true
    if (old.length === links.length && links.every(({ id, text }, at) => old[at]?.id === id && old[at].text === text)) return noChange
    const fresh = document.createDocumentFragment()
    for (const { id, text } of links) {
      const link = document.createElement('a')
      link.href = `#${id}`
      link.textContent = text
      fresh.appendChild(document.createElement('li')).append(link)
    }
    element.replaceChildren(fresh)
    return noChange
  }

  /** The page's own address stays as it is. */
  #follow(event: Event, list: Element): void {
    const item = event.target instanceof Element ? event.target.closest('li') : null
    if (!(event.target instanceof HTMLAnchorElement) || !item) return
    event.preventDefault()
    this.#links[[...list.children].indexOf(item)]?.go()
  }
}

/** @example html`<ul ${links(errors)}></ul>` */
export const links = directive(LinksDirective)
