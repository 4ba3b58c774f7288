import { PREFILL_SOURCES } from '@motcua/form-core'
import type { FieldState, Form, PrefillSource, Provenance } from '@motcua/form-core'
import type { JsonValue } from '@motcua/core/json'
import type { Proposal } from '../services/contract.ts'
import { fieldsOf } from './fields-of.ts'

/** An answer that a source gave, and what stood there before. */
export interface Filled {
  pointer: string
  source: PrefillSource
  /** Day that the source says it of. */
  on: string | undefined
  before: { value: JsonValue | undefined; provenance: Provenance | undefined }
}

/**
 * Fills a form in from what a gateway proposes, by the engine's order of sources, and tells what was filled in. What the person
 * typed or emptied meanwhile stays, unless the definition locks it. Answers that belong together, such as an address, are taken
 * whole or not at all: one line of theirs that the person has touched leaves all of them to the person.
 */
export function fillIn(form: Form, proposals: readonly Proposal[]): Filled[] {
  const pointers = fieldsOf(form.definition).map(({ pointer }) => pointer)
  const known = proposals.filter(({ pointer }) => pointers.includes(pointer))
  const before = new Map(pointers.map((pointer) => [pointer, stateOf(form.field(pointer))]))
  for (const { pointer, value, source, asOf: on } of known.filter(({ together }) => together === undefined)) {
    const { prefill: claim } = form.field(pointer).definition
    if (claim !== undefined) form.prefill({ source, ...(on !== undefined && { on }), claims: { [claim]: value } })
    else takeTogether(form, [pointer], [{ pointer, value, source, asOf: on }])
  }
  for (const unit of new Set(known.flatMap(({ together }) => together ?? []))) {
    const members = known.filter(({ together }) => together === unit)
    takeTogether(form, pointers.filter((pointer) => pointer.startsWith(`${unit}/`) || members.some((member) => member.pointer === pointer)), members)
  }
  return pointers.flatMap((pointer) => {
    const { filledBy } = form.field(pointer)
    const { source, on } = filledBy.peek() ?? {}
    const was = before.get(pointer)
    const isNew = source !== undefined && (was?.source !== source || was.on !== on) && proposals.some((proposal) => proposal.source === source)
    return isNew ? [{ pointer, source, on, before: { value: was?.value, provenance: was?.provenance } }] : []
  })
}

/** Takes back what a source gave and the person has not changed; what is locked stays. Gives how many answers were taken back. */
export function takeBack(form: Form, filled: readonly Filled[], source: PrefillSource): number {
  const back = filled.filter((answer) => answer.source === source && canTakeBack(form, answer))
  for (const { pointer, before: { value, provenance } } of back) {
    if (value === undefined) form.clear(pointer)
    else form.setValue(pointer, value, { provenance: provenance ?? 'initial' })
  }
  return back.length
}

/** Still the source's own answer, and open to change. */
export function canTakeBack(form: Form, { pointer, source }: Filled): boolean {
  const { filledBy, locked } = form.field(pointer)
  return filledBy.peek()?.source === source && !locked.peek()
}

function takeTogether(form: Form, members: readonly string[], proposals: ReadonlyArray<Pick<Proposal, 'pointer' | 'value' | 'source'> & { asOf?: string | undefined }>): void {
  const { cleared } = form.snapshot()
  const source = proposals[0]?.source
  if (source === undefined || !members.every((pointer) => !cleared.includes(pointer) && yieldsTo(form.field(pointer), source))) return
  for (const pointer of members) {
    const proposal = proposals.find((one) => one.pointer === pointer)
    if (proposal) form.setValue(pointer, proposal.value, { provenance: source, ...(proposal.asOf !== undefined && { on: proposal.asOf }) })
    // Of another source's address nothing stays behind.
    else if (form.field(pointer).filledBy.peek()) form.clear(pointer)
  }
}

function yieldsTo({ provenance, locked }: FieldState, source: PrefillSource): boolean {
  const standing = provenance.peek()
  if (locked.peek()) return false
  if (standing === undefined || standing === 'default') return true
  const rank = PREFILL_SOURCES.findIndex((known) => known === standing)
  return rank >= PREFILL_SOURCES.indexOf(source)
}

function stateOf({ value, provenance, filledBy }: FieldState) {
  const { source, on } = filledBy.peek() ?? {}
  return { value: value.peek(), provenance: provenance.peek(), source, on }
}
