import type { JsonObject } from '@motcua/core/json'
import type { DefinitionIndexEntry, FormDefinition } from '@motcua/schemas/definition'
import type { AssembledDefinition } from '@motcua/schemas/served'
import { connect, type Connection, type PortalClientOptions } from './connection.ts'
import type { Acknowledgement, Commune, Person, Session, Submission } from './contract.ts'
import { definitionsOf } from './definitions.ts'
import { pathSegment } from './path-segment.ts'
import { ACKNOWLEDGEMENT, COMMUNE, PERSON, SESSION } from './shapes.ts'
import { signedCalls } from './signed-calls.ts'
import type { CallOptions, WriteOptions } from './transport.ts'

/** What {@link FilingClient.submit} sends; `answers` is the payload of `project()`. */
export interface SubmissionInput extends Omit<Submission, 'answers'> { answers: JsonObject }

/** What a form asks of the gateway until it is filed. */
export interface FilingClient extends Connection {
  readonly definitions: {
    /** Definitions that may be filed on a calendar day, `YYYY-MM-DD`. @default today in Việt Nam, by the gateway's clock */
    list(options?: CallOptions & { on?: string }): Promise<DefinitionIndexEntry[]>
    /**
     * One definition for a page: its words in Vietnamese, and in `language` when that is English; `speak('en')` fetches
     * English later, `learn()` where its facts come from and what is said of wrong answers. The main file and every part are checked against the hash that names them.
     * @throws PortalDefinitionHashError when the bytes of one were changed on the way.
     * @example
     * const { definition, speak } = await client.definitions.open(entry)
     * await speak('en')
     */
    open(entry: Pick<DefinitionIndexEntry, 'slug' | 'effectiveFrom' | 'sha256' | 'firstParts'>, options?: CallOptions & { language?: 'vi' | 'en' }): Promise<AssembledDefinition>
    /**
     * One definition, whole, in both languages and with its sources; checked like that of `open`.
     * @throws PortalDefinitionHashError when the bytes of one file were changed on the way.
     */
    get(entry: Pick<DefinitionIndexEntry, 'slug' | 'effectiveFrom' | 'sha256' | 'firstParts'>, options?: CallOptions): Promise<FormDefinition>
  }
  /** The competent agency behind a commune code (five digits), and how filing may end there. */
  commune(code: string, options?: CallOptions): Promise<Commune>

  /** Exchange the one-time code of a sign-in for a session; `completeSignIn` of `./sign-in` calls it. Never repeated. */
  openSession(exchange: { code: string; codeVerifier: string }, options?: CallOptions): Promise<Session>
  /** Sign out. The session is forgotten here at once, even when the gateway cannot be told. */
  closeSession(options?: CallOptions): Promise<void>
  /** What the identity provider vouches for, to prefill and lock the requester. */
  me(options?: CallOptions): Promise<Person>

  /**
   * Submit a dossier. The same `idempotencyKey` always gives the same acknowledgement: keep it with the draft.
   * @throws PortalInvalidAnswersError, PortalDefinitionChangedError, PortalProblemError
   */
  submit(submission: SubmissionInput, options?: WriteOptions): Promise<Acknowledgement>
}

/**
 * A client for filing alone, for a page where every byte counts; `dossiersOf` of `./dossiers` adds what follows.
 *
 * @throws PortalInsecureOriginError when `baseUrl` is plain HTTP to another machine.
 * @throws TypeError for an unknown option or an address that is none.
 * @example
 * const client = createFilingClient({ baseUrl: 'https://gateway.example' })
 * const [entry] = await client.definitions.list()
 */
export function createFilingClient(options: PortalClientOptions): FilingClient {
  const connection = connect(options)
  const { session, transport } = connection
  const { read, write } = signedCalls(transport)
  return {
    ...connection,
    definitions: definitionsOf(transport),
    commune: (code, call) => transport.json(COMMUNE, { method: 'GET', path: `v1/communes/${pathSegment(code)}`, cache: 'default' }, call),
    async openSession({ code, codeVerifier }, call) {
      const opened = await transport.json(SESSION, { method: 'POST', path: 'v1/session', json: { code, codeVerifier }, attempts: 'once' }, call)
      session.set(opened)
      return opened
    },
    async closeSession(call) {
      if (session.current() === null) return
      const told = transport.send({ method: 'DELETE', path: 'v1/session', bearer: true, keepalive: true }, call)
      // Its token is in the request already: whoever comes next need not wait for the answer.
      session.clear()
      await told
    },
    me: (call) => read(PERSON, 'v1/me', call),
    submit: (submission, call) => write(ACKNOWLEDGEMENT, 'v1/dossiers', submission, call),
  }
}
