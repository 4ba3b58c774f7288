import type { PropertyDeclarations } from 'lit'
import { createConsent } from './consent.ts'
import type { FieldProps } from '../field.ts'
import type { UiKey } from '../../locales/strings.ts'
import { TickShell } from '../../field-shell/tick-shell.ts'

/**
 * A statement that must be agreed to, with the whole of its text behind a disclosure. Make it `required`.
 *
 * @element motcua-consent-field
 * @attr {string} details - the whole of what is agreed to; paragraphs are lines
 * @csspart details - the text behind the disclosure
 */
export class MotcuaConsentField extends TickShell {
  static readonly tag = 'motcua-consent-field'
  static override properties: PropertyDeclarations = { ...TickShell.properties, details: { type: String } }

  declare details: string
  protected override readonly kind = 'consent'
  protected override readonly control = createConsent()

  constructor() {
    super()
    this.details = ''
  }

  protected override get missing(): UiKey { return 'aloneConsent' }
  protected override get more(): Partial<FieldProps> { return { details: this.details } }
}
