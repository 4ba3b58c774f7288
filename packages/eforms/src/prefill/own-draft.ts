import { PREFILL_SOURCES } from '@motcua/form-core'
import type { Form, FormSnapshot } from '@motcua/form-core'

/**
 * A draft as the person who is signed in may go on with it: where another person was signed in when it was kept, everything
 * that was filled in about them is left out. What somebody typed stays; they chose to keep it on this machine.
 */
export function ownDraft(form: Form, draft: FormSnapshot): FormSnapshot {
  if (!isOfAnotherPerson(form, draft)) return draft
  const stays = ([pointer]: [string, unknown]): boolean => !PREFILL_SOURCES.some((source) => source === draft.provenance[pointer])
  const kept = <T>(part: Record<string, T>): Record<string, T> => Object.fromEntries(Object.entries(part).filter(stays))
  const { filledOn: _, ...rest } = draft
  return { ...rest, values: kept(draft.values), provenance: kept(draft.provenance) }
}

/** The number that was locked then is not the number that is locked now. */
function isOfAnotherPerson(form: Form, { values, provenance }: FormSnapshot): boolean {
  const { values: now, provenance: origins } = form.snapshot()
  return Object.entries(provenance).some(([pointer, origin]) => (
    origin === 'identity-provider' && origins[pointer] === origin && form.field(pointer).definition.prefill === 'personalId' && now[pointer] !== values[pointer]
  ))
}
