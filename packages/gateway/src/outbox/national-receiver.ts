import type { NationalReceiverConfig } from '../config.ts'
import { readAnswer } from '../http/read-at-most.ts'
import { readReply, readSession, toWriteCall, type NationalReply, type NationalService } from './national.wire.ts'

/** A portal call that did not succeed; the message holds a code and nothing of the answer. */
export class NationalCallError extends Error {
  override readonly name = 'NationalCallError'
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

export interface NationalReceiver {
  write(call: { unitCode: string; service: NationalService; isUpdating: boolean; data: unknown[] }): Promise<'success' | 'exists'>
}

/** Speaks generation G1: log in once, log in again when the session has run out, one retry. */
export function createNationalReceiver(config: NationalReceiverConfig): NationalReceiver {
  const send = config.fetch ?? fetch
  let session: Promise<string> | undefined

  async function post(url: string, body: unknown): Promise<string> {
    const response = await send(url, {
      method: 'POST', redirect: 'error',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', Charset: 'utf-8', ...(config.dstCode === undefined ? {} : { dstcode: config.dstCode }) },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(config.timeoutMs ?? 60_000),
    })
    const text = await readAnswer(response)
    if (!response.ok) throw new NationalCallError(`http-${response.status}`)
    return text
  }

  async function logIn(): Promise<string> {
    if (config.authUrl === undefined) return ''
    const given = readSession(JSON.parse(await post(config.authUrl, { username: config.username, password: config.password })))
    if (given === undefined) throw new NationalCallError('login-refused')
    return given
  }

  /** One login at a time, shared by the calls that wait for it. */
  function currentSession(): Promise<string> {
    session ??= logIn().catch((error: unknown) => {
      session = undefined
      throw error
    })
    return session
  }

  return {
    async write(call) {
      for (let attempt = 1; ; attempt += 1) {
        const reply: NationalReply = readReply(await post(config.url, toWriteCall({ session: await currentSession(), ...call })))
        if (reply.kind === 'success' || reply.kind === 'exists') return reply.kind
        if (reply.kind === 'session-expired' && attempt === 1) {
          session = undefined
          continue
        }
        throw new NationalCallError(reply.kind === 'refused' ? `refused-${reply.errorCode}` : reply.kind)
      }
    },
  }
}
