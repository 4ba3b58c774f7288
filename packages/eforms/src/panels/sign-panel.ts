import type { Signing, SigningOrder, SigningRequest } from '@motcua/portal-client/signing'
import { isSigningOpen } from '@motcua/signatures/remote'
import type { TemplateResult } from 'lit'
import { failureOf } from '../services/failure.ts'
import type { SigningServices } from '../services/services.ts'
import { ContentKey } from './content-key.ts'
import { FollowedRequest } from './followed-request.ts'
import type { PanelHost } from './panel-host.ts'
import { ShownFile } from './shown-file.ts'
import { signView } from './sign-view.ts'
import type { Bar, Refusal, SignScreen } from './sign-view.ts'

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

/**
 * Signs the result of one dossier. It shows what would be signed, makes one request for exactly that, and then only says how far the
 * gateway is with it: nothing here signs, and a press that was repeated, a reload or a late answer never makes a second request.
 */
export class SignPanel {
  readonly #options: SignPanelOptions
  readonly #file: ShownFile
  readonly #followed: FollowedRequest
  /** Kept until the outcome is known, so that a repeated press is the same request. */
  readonly #key = new ContentKey()
  #signing: Signing | undefined
  #isBusy = false
  #isCancelling = false
  #bar: Bar | undefined
  #refusal: Refusal | undefined
  #done: SigningOrder['act'] | undefined

  constructor(options: SignPanelOptions) {
    const { services, dossierCode, host } = options
    this.#options = options
    this.#file = new ShownFile(() => { host.redraw() })
    this.#followed = new FollowedRequest({ check: (id) => services.check(dossierCode, id), changed: () => { host.redraw() }, ended: () => { this.#ended() } })
  }

  /** Asks what there is to sign; an open request of this person goes on where it is. */
  async look(): Promise<void> {
    if (this.#isBusy) return
    this.#set({ isBusy: true })
    const { services, dossierCode } = this.#options
    const followed = this.#followed
    try {
      const signing = await services.look(dossierCode)
      if (followed.isStopped) return
      this.#signing = signing
      this.#bar = undefined
      followed.isUnreachable = false
      const { file, request } = signing
      if (file) void this.#file.show(file.sha256, () => services.file(dossierCode, file.fileId))
      if (followed.state === 'recorded') { this.#done = followed.request?.act; this.#clear() }
      followed.adopt(request)
      if (followed.request) this.#refusal = undefined
    } catch (error) {
      this.#bar = barOf(error)
      followed.isUnreachable = true
    }
    this.#set({ isBusy: false })
  }

  /** One press, one request, for exactly what is shown. */
  async confirm(): Promise<void> {
    const order = this.#order()
    if (!order || this.#isBusy || this.#followed.state !== 'chosen') return
    this.#followed.begin()
    this.#refusal = this.#done = undefined
    this.#set({ isBusy: true })
    this.#options.host.focus('sign-state')
    try {
      const request = await this.#options.services.begin(this.#options.dossierCode, order, { idempotencyKey: this.#key.of(order) })
      this.#isBusy = false
      this.#followed.follow(request)
    } catch (error) {
      await this.#afterFailedBegin(error)
    }
    this.#set({ isBusy: false })
  }

  async cancel(): Promise<void> {
    const followed = this.#followed
    const { request } = followed
    if (!request || this.#isCancelling || !isSigningOpen(followed.state)) return
    this.#set({ isCancelling: true })
    try {
      followed.follow(await this.#options.services.cancel(this.#options.dossierCode, request.id))
      this.#options.host.focus('sign-state')
    } catch {
      followed.isUnreachable = true
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
    this.#followed.stop()
    this.#file.forget()
  }

  view(): TemplateResult {
    const { fileId, dossierCode, signOut, host } = this.#options
    const { state, request, secondsLeft, isUnreachable } = this.#followed
    const waiting = this.#signing?.file?.fileId
    const screen: SignScreen = {
      signing: this.#signing, dossierCode, bar: this.#bar, file: this.#file, state, request, secondsLeft, isBusy: this.#isBusy, isCancelling: this.#isCancelling,
      isUnreachable, refusal: this.#refusal, isOtherFile: fileId !== undefined && waiting !== undefined && fileId !== waiting, done: this.#done,
    }
    return signView(screen, host.words(), { confirm: () => { void this.confirm() }, cancel: () => { void this.cancel() }, again: () => { void this.again() }, look: () => { void this.look().then(() => { host.focus('heading') }) }, signOut })
  }

  #order(): SigningOrder | undefined {
    const { next, file, certificate, hindrance } = this.#signing ?? {}
    if (!next || !file || !certificate || hindrance !== undefined || certificate.objections.length > 0 || this.#file.state !== 'matches') return undefined
    if (this.#options.fileId !== undefined && this.#options.fileId !== file.fileId) return undefined
    return { act: next, fileId: file.fileId, sha256: file.sha256, certificate: certificate.thumbprint }
  }

  /** It may have been made all the same: the gateway knows, and the key of this order stays until it has said so. */
  async #afterFailedBegin(error: unknown): Promise<void> {
    const failure = failureOf(error)
    let reasons: string[] = []
    if (failure.kind === 'problem') {
      const told = messagesOf(failure.problem.reasons)
      reasons = told.length > 0 ? told : [failure.problem.title]
      this.#key.spent()
    }
    this.#followed.clear()
    this.#refusal = { reasons, supportCode: failure.supportCode }
    this.#isBusy = false
    await this.look()
  }

  #ended(): void {
    const { request, state } = this.#followed
    this.#key.spent()
    if (request?.mine) this.#options.ended?.(request)
    this.#options.host.focus('sign-state')
    // What comes next, and the evidence, as they are now.
    if (state === 'recorded') void this.look()
  }

  #clear(): void {
    this.#followed.clear()
    this.#refusal = undefined
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
