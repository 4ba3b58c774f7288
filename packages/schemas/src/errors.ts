import { SdkError } from '@motcua/core/errors'

/** No procedure has this slug or code: it is misspelt, or its schema does not exist here yet. */
export class UnknownProcedureError extends SdkError {
  override readonly name = 'UnknownProcedureError'
  override readonly code = 'ERR_CATALOGUE_UNKNOWN_PROCEDURE'
  /** What was looked for. */
  readonly procedure: string
  /** Slugs that exist. */
  readonly known: readonly string[]

  constructor({ procedure, known }: { procedure: string; known: readonly string[] }) {
    super(`There is no procedure "${procedure}". Expected a slug (${known.join(', ')}) or a code such as 2.000635.`)
    this.procedure = procedure
    this.known = known
  }
}

/** The procedure exists, but no version of it is in force on the day asked about. */
export class ProcedureNotInForceError extends SdkError {
  override readonly name = 'ProcedureNotInForceError'
  override readonly code = 'ERR_CATALOGUE_NOT_IN_FORCE'
  readonly slug: string
  /** The day asked about, `YYYY-MM-DD`. */
  readonly on: string
  /** First day of the version nearest to that day. */
  readonly nearestFrom: string
  /** Last day of that version; null = open. */
  readonly nearestTo: string | null
  /** True when the day lies after the last version and the law that follows has no published procedure yet. */
  readonly isSuccessorPending: boolean

  constructor(options: { slug: string; on: string; nearestFrom: string; nearestTo: string | null; isSuccessorPending: boolean }) {
    const { slug, on, nearestFrom, nearestTo, isSuccessorPending } = options
    super(`No version of "${slug}" is in force on ${on}. The nearest one runs from ${nearestFrom} ${nearestTo === null ? 'on' : `to ${nearestTo}`}`
      + `${isSuccessorPending ? '; its successor is not yet published, so nothing can be filed with this release' : ''}.`)
    this.slug = slug
    this.on = on
    this.nearestFrom = nearestFrom
    this.nearestTo = nearestTo
    this.isSuccessorPending = isSuccessorPending
  }
}

/** Two versions of one procedure, or two uses of one code, are valid on the same day. */
export class CatalogueOverlapError extends SdkError {
  override readonly name = 'CatalogueOverlapError'
  override readonly code = 'ERR_CATALOGUE_OVERLAP'
}
