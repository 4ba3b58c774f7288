import type { FieldState, ItemState } from '@motcua/form-core'
import type { FormContext } from '../form-view/context.ts'
import { displayValue } from '../form-view/display-value.ts'

/** An answer in words. */
export interface Answer { field: FieldState; label: string; value: string; /** What to look at again; it stops nobody. */ warnings: string[] }

/** Answers under one heading, in the order of the form. */
export interface AnswerSection { heading: string; answers: Answer[] }

/** The visible answers of a page in words. Reads signals. */
export function answerSections(items: readonly ItemState[], context: FormContext, heading = ''): AnswerSection[] {
  const own: AnswerSection = { heading, answers: [] }
  const sections: AnswerSection[] = [own]
  const labels = context.labels.value
  for (const item of items) {
    if (item.type === 'field') {
      const { label } = labels.fields[item.definition.pointer] ?? { label: item.definition.pointer }
      const warnings = item.issues.value.filter(({ severity }) => severity === 'warning').map((issue) => context.message(issue))
      own.answers.push({ field: item, label, value: displayValue(item, context), warnings })
    } else if (item.type === 'group') {
      sections.push(...answerSections(item.items.value, context, labels.groups[item.id]?.legend ?? ''))
    } else {
      item.rows.value.forEach((row, index) => {
        sections.push(...answerSections(row.items.value, context, [labels.groups[item.pointer]?.legend, context.words.value('rowLegend', { number: index + 1 })].filter(Boolean).join(' · ')))
      })
    }
  }
  return sections.filter((section) => section.answers.length > 0)
}
