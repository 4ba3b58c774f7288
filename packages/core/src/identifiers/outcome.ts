/** What an identifier check found. It carries no words and never the value itself: the locale supplies the message from `code`. */
export interface IdentifierIssue<Code extends string = string> {
  code: Code
  severity: 'error' | 'warning'
}

/** Result of reading an identifier: the value with its warnings, or the errors. */
export type Parsed<Value, Code extends string = string> =
  | { success: true; value: Value; issues: ReadonlyArray<IdentifierIssue<Code>> }
  | { success: false; issues: ReadonlyArray<IdentifierIssue<Code>> }

/** The identifier was read; issues are warnings. */
export function accepted<Value, Code extends string>(value: Value, warnings: readonly Code[] = []): Parsed<Value, Code> {
  return { success: true, value, issues: warnings.map((code) => ({ code, severity: 'warning' })) }
}

/** The identifier was refused. */
export function refused<Code extends string>(code: Code): { success: false; issues: ReadonlyArray<IdentifierIssue<Code>> } {
  return { success: false, issues: [{ code, severity: 'error' }] }
}
