import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import type { RuleContext } from '@motcua/core/rules'
import type { FormDefinition } from '@motcua/schemas/definition'
import { notice } from '../dom/messages.ts'
import type { Words } from '../locales/strings.ts'
import { guideNeeds } from './guide-interview.ts'
import { questionsView } from './guide-questions-view.ts'
import { guideFactsView, needsView } from './guide-view.ts'
import type { GuideSubject } from './guide-view.ts'
import { GuideWords } from './guide-words.ts'
import type { PanelHost } from './panel-host.ts'
import { presentCode } from './procedure-facts.ts'

export interface GuidePanelOptions extends Omit<GuideSubject, 'procedure' | 'startsHere'> {
  definition: FormDefinition
  context: RuleContext
  host: Pick<PanelHost, 'redraw' | 'focus'>
}

/** The guide to one procedure, and the answers given to it: on this page alone, for as long as it is open. */
export class GuidePanel {
  readonly definition: FormDefinition
  readonly #options: GuidePanelOptions
  readonly #answers = new Map<string, string>()

  constructor(options: GuidePanelOptions) {
    this.#options = options
    this.definition = options.definition
  }

  /** `buttons` are those of the element: what one does with the guide. */
  view(words: Words, { buttons, startsHere }: { buttons: TemplateResult; startsHere: boolean }): TemplateResult {
    const { definition, context, commune, ending, host } = this.#options
    const { procedure } = definition
    const needs = guideNeeds(definition, this.#answers, context)
    const said = new GuideWords(definition, words)
    const code = presentCode(procedure)
    return html`<h2 id="heading" tabindex="-1" .textContent=${words.text(procedure.name)}></h2>
      <p .textContent=${words.text(procedure.summary)}></p>${code ? html`<p class="muted" .textContent=${words('factCode', { code })}></p>` : nothing}
      ${procedure.completeness === 'incomplete' ? notice(words('guideIncomplete'), 'warn') : nothing}
      ${questionsView(needs.questions, said, words, {
        answer: (key, value) => { this.#answers.set(key, value); host.redraw() },
        clear: () => { this.#answers.clear(); host.redraw(); host.focus('ask') },
        redraw: () => { host.redraw() },
      })}
      ${needsView(needs, { words, said })}${guideFactsView({ procedure, commune, ending, startsHere }, needs, { words, said })}${buttons}`
  }
}
