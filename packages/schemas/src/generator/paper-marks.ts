import type { FieldKind } from '../definition.ts'
import { childPointer } from './pointer.ts'
import type { Report } from './problem.ts'
import type { FieldSource } from './sources.ts'

/** What the printed declaration may do with an answer, and the kinds whose answers it can do it with. */
const PAPER_MARKS: Readonly<Record<'inWords' | 'inCapitals', readonly FieldKind[]>> = {
  inWords: ['date', 'partial-date', 'money'],
  inCapitals: ['person-name', 'text'],
}

/** Reports a mark for the printed declaration on a kind that has nothing to print so. `at` is the pointer of the field in its file. */
export function checkPaperMarks(source: FieldSource, { file, at, report }: { file: string; at: string; report: Report }): void {
  for (const mark of ['inWords', 'inCapitals'] as const) {
    if (source[mark] === undefined || PAPER_MARKS[mark].includes(source.field)) continue
    report({
      code: 'mark-without-meaning', file, pointer: childPointer(at, mark), message: `"${mark}" means nothing for a field of the kind "${source.field}": the declaration prints it as it is.`,
      fix: `Leave "${mark}" out; it is for ${PAPER_MARKS[mark].join(', ')}.`,
    })
  }
}
