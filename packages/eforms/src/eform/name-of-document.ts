import type { Procedure } from '@motcua/schemas/definition'
import type { Words } from '../locales/strings.ts'

/** Name of a paper in the language spoken; its id when the procedure does not know it. */
export function nameOfDocument({ documents }: Procedure, id: string, words: Words): string {
  const document = documents.find((candidate) => candidate.id === id)
  return document ? words.text(document.name) : id
}
