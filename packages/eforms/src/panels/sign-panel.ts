import type { Signing, SigningOrder, SigningRequest } from '@motcua/portal-client/signing'
import { advanceSigning, furtherSigning, isSigningOpen, isSigningOver } from '@motcua/signatures/remote'
import type { SigningState } from '@motcua/signatures/remote'
import type { TemplateResult } from 'lit'
import { failureOf } from '../services/failure.ts'
import type { SigningServices } from '../services/services.ts'
import type { PanelHost } from './panel-host.ts'
import { ShownFile } from './shown-file.ts'
import { signView } from './sign-view.ts'

export interface SignPanelOptions {
  dossierCode: string
  /** The one file that may be signed; without it whatever is next. */
  fileId?: string
  services: SigningServices
  host: PanelHost
  /** A request has come to its end. */
  ended?: (request: SigningRequest) => void
  /** Forgets who is signed in, so that somebody else can. */
  signOut(): void
}

/** Why the request could not be made, in the gateway's own words where it gave any. */
export interface Refusal { reasons: readonly string[]; supportCode: string | undefined }

/** Why nothing can be shown, where trying again would not help. */
export type Bar = 'account' | 'dossier'

/** Everything the view shows. */
export interface SignScreen {
  signing: Signing | undefined
  dossierCode: string
  bar: Bar | undefined
  file: ShownFile
  state: SigningState
  request: SigningRequest | undefined
  /** By the clock of this page, from what the gateway said was left. */
  secondsLeft: number
  isBusy: boolean
  isCancelling: boolean
  isUnreachable: boolean
  refusal: Refusal | undefined
  /** The file that waits is not the one that was asked for. */
  isOtherFile: boolean
  /** What has just been put on record here. */
  done: SigningOrder['act'] | undefined
}

const SECOND_MS = 1000

/**
 * Signs the result of one dossier. It shows what would be signed, makes one request for exactly that, and then only says how far the
 * gateway is with it: nothing here signs, and a press that was repeated, a reload or a late answer never makes a second request.
 */
export class SignPanel {
  readonly #options: SignPanelOptions
  readonly #file = new ShownFile(() => { this.#options.host.redraw() })
  #signing: Signing | undefined
  #request: SigningRequest | undefined
  #state: SigningState = 'chosen'
  #endsAt = 0
  #isBusy = false
  #isCancelling = false
  #isUnreachable = false
  #bar: Bar | undefined
  #refusal: Refusal | undefined
  #done: SigningOrder['act'] | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #clock: ReturnType<typeof setInterval> | undefined
  #stopped = false
  /** Kept until the outcome is known, so that a repeated press is the same request. */
  #key = crypto.randomUUID() as string

  constructor(options: SignPanelOptions) { this.#options = options }

  /** Asks what there is to sign; an open request of this person goes on where it is. */
  async look(): Promise<void> {
    if (this.#isBusy) return
    this.#set({ isBusy: true })
    const { services, dossierCode } = this.#options
    try {
      const signing = await services.look(dossierCode)
      if (this.#stopped) return
      this.#signing = signing
      this.#isUnreachable = false
      this.#bar = undefined
      const { file, request } = signing
      if (file) void this.#file.show(file.sha256, () => services.file(dossierCode, file.fileId))
      if (this.#state === 'recorded') { this.#done = this.#request?.act; this.#clear() }
      if (this.#request?.id !== request?.id || this.#state === 'chosen') this.#adopt(request)
    } catch (error) {
      this.#bar = barOf(error)
      this.#isUnreachable = true
    }
    this.#set({ isBusy: false })
  }

  /** One press, one request, for exactly what is shown. */
  async confirm(): Promise<void> {
    const order = this.#order()
    if (!order || this.#isBusy || this.#state !== 'chosen') return
    this.#state = advanceSigning(this.#state, 'begin')
    this.#refusal = this.#done = undefined
    this.#set({ isBusy: true })
    this.#options.host.focus('sign-state')
    try {
      const request = await this.#options.services.begin(this.#options.dossierCode, order, { idempotencyKey: this.#key })
      this.#isBusy = false
      this.#follow(request)
    } catch (error) {
      await this.#afterFailedBegin(error)
    }
    this.#set({ isBusy: false })
  }

  async cancel(): Promise<void> {
    const request = this.#request
    if (!request || this.#isCancelling || !isSigningOpen(this.#state)) return
    this.#set({ isCancelling: true })
    try {
      this.#follow(await this.#options.services.cancel(this.#options.dossierCode, request.id))
      this.#options.host.focus('sign-state')
    } catch {
      this.#isUnreachable = true
    }
    this.#set({ isCancelling: false })
  }

  /** Back to what would be signed, freshly loaded, after an end. */
  async again(): Promise<void> {
    this.#clear()
    await this.look()
    this.#options.host.focus('heading')
  }

  stop(): void {
    this.#stopped = true
    this.#clearTimers()
    this.#file.forget()
  }

  view(): TemplateResult {
    const secondsLeft = Math.max(0, Math.ceil((this.#endsAt - performance.now()) / SECOND_MS))
    const { fileId, dossierCode, signOut } = this.#options
    const waiting = this.#signing?.file?.fileId
    const screen: SignScreen = {
      signing: this.#signing, dossierCode, bar: this.#bar, file: this.#file, state: this.#state, request: this.#request, secondsLeft, isBusy: this.#isBusy, isCancelling: this.#isCancelling,
      isUnreachable: this.#isUnreachable, refusal: this.#refusal, isOtherFile: fileId !== undefined && waiting !== undefined && fileId !== waiting, done: this.#done,
    }
    return signView(screen, this.#options.host.words(), { confirm: () => { void this.confirm() }, cancel: () => { void this.cancel() }, again: () => { void this.again() }, look: () => { void this.look() }, signOut })
  }

  #order(): SigningOrder | undefined {
    const { next, file, certificate, hindrance } = this.#signing ?? {}
    if (!next || !file || !certificate || hindrance !== undefined || certificate.objections.length > 0 || this.#file.state !== 'matches') return undefined
    if (this.#options.fileId !== undefined && this.#options.fileId !== file.fileId) return undefined
    return { act: next, fileId: file.fileId, sha256: file.sha256, certificate: certificate.thumbprint }
  }

  /** It may have been made all the same: the gateway knows, and the key stays until it has said so. */
  async #afterFailedBegin(error: unknown): Promise<void> {
    const failure = failureOf(error)
    if (failure.kind === 'problem') {
      const reasons = messagesOf(failure.problem.reasons)
      this.#refusal = { reasons: reasons.length > 0 ? reasons : [failure.problem.title], supportCode: failure.supportCode }
      this.#key = crypto.randomUUID()
    } else {
      this.#refusal = { reasons: [], supportCode: failure.supportCode }
    }
    this.#state = 'chosen'
    this.#isBusy = false
    await this.look()
  }

  #adopt(request: SigningRequest | undefined): void {
    // What came to nothing before this page was opened is past; what is open goes on.
    if (!request || isSigningOver(request.state)) return
    this.#clear()
    this.#follow(request)
  }

  #follow(request: SigningRequest): void {
    const before = this.#state
    if (this.#request?.id === request.id || this.#request === undefined) this.#state = furtherSigning(this.#state, request.state)
    if (this.#state === request.state) {
      this.#request = request
      this.#endsAt = performance.now() + request.secondsLeft * SECOND_MS
    }
    this.#isUnreachable = false
    this.#clearTimers()
    if (isSigningOver(this.#state)) {
      this.#key = crypto.randomUUID()
      if (before !== this.#state) this.#end()
      return
    }
    if (this.#stopped) return
    this.#clock = setInterval(() => { this.#options.host.redraw() }, SECOND_MS)
    this.#timer = setTimeout(() => { void this.#check() }, request.pollSeconds * SECOND_MS)
  }

  async #check(): Promise<void> {
    const request = this.#request
    if (!request || this.#stopped) return
    if (document.visibilityState === 'hidden') { this.#timer = setTimeout(() => { void this.#check() }, SECOND_MS); return }
    try {
      this.#follow(await this.#options.services.check(this.#options.dossierCode, request.id))
    } catch {
      this.#isUnreachable = true
      if (!isSigningOver(this.#state) && !this.#stopped) this.#timer = setTimeout(() => { void this.#check() }, request.pollSeconds * SECOND_MS)
    }
    this.#options.host.redraw()
  }

  #end(): void {
    const request = this.#request
    if (request?.mine) this.#options.ended?.(request)
    this.#options.host.focus('sign-state')
    // What comes next, and the evidence, as they are now.
    if (this.#state === 'recorded') void this.look()
  }

  #clear(): void {
    this.#clearTimers()
    this.#request = undefined
    this.#refusal = undefined
    this.#state = 'chosen'
  }

  #clearTimers(): void {
    clearTimeout(this.#timer)
    clearInterval(this.#clock)
  }

  #set({ isBusy = this.#isBusy, isCancelling = this.#isCancelling }: { isBusy?: boolean; isCancelling?: boolean }): void {
    this.#isBusy = isBusy
    this.#isCancelling = isCancelling
    this.#options.host.redraw()
  }
}

function barOf(error: unknown): Bar | undefined {
  const failure = failureOf(error)
  if (failure.kind !== 'problem') return undefined
  return failure.problem.status === 403 ? 'account' : failure.problem.status === 404 ? 'dossier' : undefined
}

/** What the gateway says for people, from an answer that may hold anything. */
function messagesOf(reasons: unknown): string[] {
  if (!Array.isArray(reasons)) return []
  return reasons.flatMap((reason: unknown) => (typeof reason === 'object' && reason !== null && 'message' in reason && typeof reason.message === 'string' ? [reason.message] : []))
}
