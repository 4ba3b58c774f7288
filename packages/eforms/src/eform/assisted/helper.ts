import { createForm } from '@motcua/form-core'
import { computed } from '@preact/signals-core'
import { labelsOf, messageOf } from '../../locales/form-words.ts'
import { ASSISTED_MODES, HELPER_KINDS } from '../../services/contract.ts'
import type { AssistedBy } from '../../services/contract.ts'
import type { Helper } from '../flow-types.ts'
import type { FormOpening } from '../open-form.ts'
import { HELPER_QUESTIONS } from './questions.ts'

/** Asks a helper at the counter who they are and how they help, where the dossier takes the answer along: a hand-off sends nothing. */
export function askHelper({ ending, context: { words, places } }: Pick<FormOpening, 'ending' | 'context'>): Helper | undefined {
  if (ending !== 'submit') return undefined
  const form = createForm({ definition: HELPER_QUESTIONS })
  return {
    form, words, places, shared: true,
    labels: computed(() => labelsOf(HELPER_QUESTIONS, words.value)),
    message: (issue) => messageOf(issue, HELPER_QUESTIONS, words.value),
    record: () => recordOf(form.project()),
  }
}

function recordOf(answers: Record<string, unknown>): AssistedBy | undefined {
  const kind = HELPER_KINDS.find((known) => known === answers.kind)
  const mode = ASSISTED_MODES.find((known) => known === answers.mode)
  const { reason } = answers
  if (kind === undefined || mode === undefined) return undefined
  if (mode === 'guided') return { kind, mode }
  return typeof reason === 'string' ? { kind, mode, reason } : undefined
}
