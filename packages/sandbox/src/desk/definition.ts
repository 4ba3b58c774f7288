import { communes } from '@motcua/schemas/communes'
import * as z from 'zod'

const words = z.object({ vi: z.string() })
const definitionSchema = z.object({
  procedure: z.object({ documents: z.array(z.object({ id: z.string(), name: words })) }),
  pages: z.array(z.object({ id: z.string(), items: z.array(z.unknown()) })),
  optionSets: z.record(z.string(), z.array(z.object({ value: z.string(), label: words }))),
  locales: z.object({ vi: z.object({ fields: z.record(z.string(), z.object({ label: z.string() })) }) }),
})

const itemSchema = z.object({ type: z.string(), field: z.string().optional(), pointer: z.string().optional(), optionSet: z.string().optional(), items: z.array(z.unknown()).optional() })

/** The part of a form definition that the desk needs: words for answers and papers. */
export interface DeskDefinition {
  documentName(id: string): string
  /** Answers in the form's own order, with the words the applicant saw. */
  lines(answers: Record<string, unknown>): AnswerLine[]
}
export interface AnswerLine { pointer: string; label: string; value: string }

/** Reads a definition, put together from its parts. Throws when it is none. */
export function readDefinition(value: unknown): DeskDefinition {
  const { procedure, pages, optionSets, locales } = definitionSchema.parse(value)
  const fields = pages.flatMap(({ items }) => items.flatMap(fieldsOf))
  return {
    documentName: (id) => procedure.documents.find((known) => known.id === id)?.name.vi ?? id,
    lines: (answers) => fields.flatMap(({ pointer, field, optionSet }) => {
      const answer = at(answers, pointer)
      if (answer === undefined || answer === '') return []
      const option = optionSets[optionSet ?? '']?.find((known) => known.value === answer)
      return [{ pointer, label: locales.vi.fields[pointer]?.label ?? pointer, value: option?.label.vi ?? placeName(field, String(answer)) ?? show(answer) }]
    }),
  }
}

function placeName(field: string | undefined, code: string): string | undefined {
  if (field === 'province') return communes.province(code)?.name
  return field === 'commune' ? communes.describe(code) : undefined
}

interface ListedField { pointer: string; field?: string | undefined; optionSet?: string | undefined }

function fieldsOf(value: unknown): ListedField[] {
  const item = itemSchema.safeParse(value)
  if (!item.success) return []
  const { type, pointer, field, optionSet, items } = item.data
  if (type === 'field' && pointer !== undefined) return [{ pointer, field, optionSet }]
  return (items ?? []).flatMap(fieldsOf)
}

function at(answers: unknown, pointer: string): unknown {
  return pointer.split('/').slice(1).reduce<unknown>((value, key) =>
    (typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Object.entries(value).find(([own]) => own === key)?.[1] : undefined), answers)
}

function show(answer: unknown): string {
  if (answer === true) return 'Có'
  if (answer === false) return 'Không'
  if (typeof answer === 'string') return answer.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1').replace(/^(\d{4})-(\d{2})$/, '$2/$1')
  return typeof answer === 'object' ? JSON.stringify(answer) : String(answer)
}
