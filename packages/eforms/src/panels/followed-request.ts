import type { SigningRequest } from '@motcua/portal-client/signing'
import { advanceSigning, furtherSigning, isSigningOver } from '@motcua/signatures/remote'
import type { SigningState } from '@motcua/signatures/remote'

export interface FollowedRequestOptions {
  check(id: string): Promise<SigningRequest>
  /** Something to be seen has changed. */
  changed(): void
  /** It has come to its end just now. */
  ended(): void
}

const SECOND_MS = 1000

/** A request to sign, asked after until its end. It only ever goes on: an answer that comes late takes nothing back. */
export class FollowedRequest {
  request: SigningRequest | undefined
  state: SigningState = 'chosen'
  /** The last question had no answer. */
  isUnreachable = false
  isStopped = false
  readonly #options: FollowedRequestOptions
  #endsAt = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #clock: ReturnType<typeof setInterval> | undefined

  constructor(options: FollowedRequestOptions) { this.#options = options }

  /** By the clock of this page, from what the gateway said was left. */
  get secondsLeft(): number { return Math.max(0, Math.ceil((this.#endsAt - performance.now()) / SECOND_MS)) }

  /** It is being asked for. */
  begin(): void { this.state = advanceSigning(this.state, 'begin') }

  /** What the gateway knows of one. What came to nothing before this page was opened is past; what is open goes on. */
  adopt(request: SigningRequest | undefined): void {
    if (!request || isSigningOver(request.state) || (request.id === this.request?.id && this.state !== 'chosen')) return
    this.clear()
    this.follow(request)
  }

  follow(request: SigningRequest): void {
    const before = this.state
    if (this.request?.id === request.id || this.request === undefined) this.state = furtherSigning(this.state, request.state)
    if (this.state === request.state) {
      this.request = request
      this.#endsAt = performance.now() + request.secondsLeft * SECOND_MS
    }
    this.isUnreachable = false
    this.#clearTimers()
    if (isSigningOver(this.state)) {
      if (before !== this.state) this.#options.ended()
      return
    }
    if (this.isStopped) return
    this.#clock = setInterval(() => { this.#options.changed() }, SECOND_MS)
    this.#checkIn(request.pollSeconds)
  }

  /** As if there had been none. */
  clear(): void {
    this.#clearTimers()
    this.request = undefined
    this.state = 'chosen'
  }

  stop(): void {
    this.isStopped = true
    this.#clearTimers()
  }

  #checkIn(seconds: number): void { this.#timer = setTimeout(() => { void this.#check() }, seconds * SECOND_MS) }

  async #check(): Promise<void> {
    const { request } = this
    if (!request || this.isStopped) return
    if (document.visibilityState === 'hidden') { this.#checkIn(1); return }
    const answer = await this.#options.check(request.id).catch(() => undefined)
    // Meanwhile it was put aside, or another took its place.
    if (this.request?.id !== request.id) return
    if (answer) {
      this.follow(answer)
    } else {
      this.isUnreachable = true
      if (!isSigningOver(this.state) && !this.isStopped) this.#checkIn(request.pollSeconds)
    }
    this.#options.changed()
  }

  #clearTimers(): void {
    clearTimeout(this.#timer)
    clearInterval(this.#clock)
  }
}
