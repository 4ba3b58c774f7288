import { SdkError } from '@motcua/core/errors'

/** The form has no field, row or repeating group at this pointer: the definition and the caller disagree. */
export class UnknownPointerError extends SdkError {
  readonly code = 'ERR_FORM_UNKNOWN_POINTER'
  override readonly name = 'UnknownPointerError'
  constructor(pointer: string) {
    super(`Expected a pointer of the form definition, with row keys inside repeating groups; got "${pointer}". Take pointers from form.pages or RowState.pointer.`)
  }
}

/** The value came from a source that locks it, such as the identity provider, or from a rule, and may not be typed over. */
export class FieldLockedError extends SdkError {
  readonly code = 'ERR_FORM_FIELD_LOCKED'
  override readonly name = 'FieldLockedError'
  constructor(pointer: string) {
    super(`Expected an edit of an unlocked field; "${pointer}" is locked. Show it read-only while field(pointer).locked is true.`)
  }
}

/** A repeating group has reached its smallest or largest number of rows. */
export class RowLimitError extends SdkError {
  readonly code = 'ERR_FORM_ROW_LIMIT'
  override readonly name = 'RowLimitError'
  constructor(pointer: string, limit: number) {
    super(`Expected "${pointer}" to stay within its limit of ${limit} rows. Read repeat(pointer).canAdd or canRemove first.`)
  }
}

/** Conditions or derivations of the definition depend on themselves, so no order of evaluation exists. */
export class RuleCycleError extends SdkError {
  readonly code = 'ERR_FORM_RULE_CYCLE'
  override readonly name = 'RuleCycleError'
  constructor(path: readonly string[]) {
    super(`Expected conditions and derivations without a circle; found ${path.join(' → ')}. Break the circle in form.layout.json or form.schema.json.`)
  }
}

/** The schema says something the interpreter would not carry exactly: a keyword outside the profile, a reference without a target. */
export class SchemaProfileError extends SdkError {
  readonly code = 'ERR_FORM_SCHEMA_PROFILE'
  override readonly name = 'SchemaProfileError'
  constructor(message: string) {
    super(`${message} \`motcua check\` names file and line.`)
  }
}

/** A snapshot or draft is not of this form, or not readable. */
export class SnapshotError extends SdkError {
  readonly code = 'ERR_FORM_SNAPSHOT'
  override readonly name = 'SnapshotError'
}
