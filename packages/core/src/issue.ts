/** What found the issue: the JSON Schema, a cross-field rule, or the server. */
export const ISSUE_SOURCES = ['schema', 'rule', 'server'] as const
export type IssueSource = (typeof ISSUE_SOURCES)[number]

/**
 * One thing that is wrong with the answers. It carries no words: the locale supplies them at render time
 * from `code` and `params`.
 */
export interface Issue {
  /**
   * JSON Pointer (RFC 6901) of the value in the payload. A missing or unknown property is reported at the child
   * (`/requester/phone`), never at its parent.
   */
  pointer: string
  /**
   * For schema issues the failing JSON Schema keyword (`required`, `type`, `minLength`, `pattern`, `format`, `enum` …)
   * or `notAllowed` for a key that must not be there; for rules the rule's id; for the server its own code.
   */
  code: string
  /** Values for the message (`{ limit: 80 }`); never personal data. */
  params: Readonly<Record<string, string | number | boolean>>
  source: IssueSource
  /** A warning is shown and does not block. */
  severity: 'error' | 'warning'
  /** When the issue goes away: with the next edit of the field, or only with a new validation. */
  clears: 'edit' | 'revalidate'
}
