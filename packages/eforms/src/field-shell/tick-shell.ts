import type { JsonValue } from '@motcua/core/json'
import type { PropertyDeclarations } from 'lit'
import { FieldShell } from './field-shell.ts'

/** A box to tick: `true` or nothing, there is no “no” to a statement. */
export abstract class TickShell extends FieldShell {
  static override properties: PropertyDeclarations = { ...FieldShell.properties, checked: { attribute: false, noAccessor: true } }

  /** As of a native checkbox. */
  get checked(): boolean { return this.answer === true }
  set checked(checked: boolean) { this.answer = checked || undefined }

  protected override read(text: string): JsonValue | undefined { return text === 'true' || undefined }
}
