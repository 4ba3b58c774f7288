import type { Person, PrefillAnswer, PrefillRequest, Proposal } from '../services/contract.ts'
import { FIXTURE_PERSON, FixturePortal } from './services.ts'

/** A gateway in memory that can ask other sources. Keeps what it was asked; a test may hold its answer back. */
export class AskingPortal extends FixturePortal {
  readonly asked: PrefillRequest[] = []
  /** What came of asking the population database. */
  outcome: PrefillAnswer['sources'][number]['outcome'] = 'found'
  proposals: Proposal[]
  person: Person = FIXTURE_PERSON
  fails = false
  holds = false
  /** Lets the answer go that is held back. */
  release: (() => void) | undefined

  constructor(proposals: Proposal[]) {
    super()
    this.proposals = proposals
  }

  override async me() { return this.person }
  async prefill(request: PrefillRequest): Promise<PrefillAnswer> {
    this.asked.push(request)
    if (this.holds) await new Promise<void>((resolve) => { this.release = resolve })
    if (this.fails) throw new TypeError('network')
    return { requestId: 'r1', proposals: this.proposals, sources: [{ source: 'population-database', outcome: this.outcome }, { source: 'earlier-dossier', outcome: 'found' }] }
  }
}
