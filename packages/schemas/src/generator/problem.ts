/** One mistake in the data under `schemas/`: where it is, what was found and how to mend it. */
export interface SourceProblem {
  /** Stable name of the kind of mistake (`unknown-option-set`). */
  code: string
  /** Path relative to the schemas folder, with forward slashes. */
  file: string
  /** JSON Pointer of the place inside the file; empty for the whole file. */
  pointer: string
  /** Line from 1, when the pointer cannot give it. */
  line?: number
  /** What was expected and what came. */
  message: string
  /** How to mend it. */
  fix: string
}

/** Takes every mistake as it is found, so that one run shows them all. */
export type Report = (problem: SourceProblem) => void
