import { randomUUID } from 'node:crypto'
import { todayInVietnam } from '@motcua/core/dates'
import { Metadata, Server } from '@tus/server'
import { Hono } from 'hono'
import { toInteger } from '../database/schema.ts'
import { currentDefinition, uploadableDocument } from '../definitions/read.ts'
import { describeError } from '../http/access-log.ts'
import type { AppEnv } from '../http/env.ts'
import { Problem, type ProblemName } from '../http/problem.ts'
import type { Services } from '../services.ts'
import { requireSession } from '../session/sessions.ts'
import { createDatabaseLocker } from './database-locker.ts'
import { finishUpload, type UploadRow } from './finish.ts'

/** Status of the tus library → problem of the contract. */
const TUS_PROBLEMS: Readonly<Record<number, ProblemName>> = {
  400: 'bad-request', 403: 'bad-request', 404: 'upload-not-found', 409: 'upload-offset-conflict', 410: 'upload-gone', 412: 'tus-version', 413: 'file-too-large', 415: 'bad-request',
}

/** Resumable uploads (tus 1.0.0) of papers on the procedure's closed list, checked by their bytes once complete. */
export function uploadRoutes(services: Services): Hono<AppEnv> {
  const { db, clock, config, definitions, log } = services
  const app = new Hono<AppEnv>()
  const signedIn = requireSession(db, clock)
  const newIds = new WeakMap<Request, string>()
  const failures = new WeakMap<object, Problem>()

  const tus = new Server({
    path: '/v1/uploads',
    datastore: services.uploadStore,
    locker: createDatabaseLocker(db),
    lockDrainTimeout: 500,
    allowedOrigins: () => false,
    namingFunction: (request) => newIds.get(request) ?? randomUUID(),
    generateUrl: (_request, { id }) => `${config.publicUrl}/v1/uploads/${id}`,
    async onUploadFinish(_request, upload) {
      const row = await db.selectFrom('uploads').selectAll().where('id', '=', upload.id).executeTakeFirst()
      if (row === undefined) throw new Problem('upload-not-found')
      await finishUpload(services, row)
      return {}
    },
    onResponseError(request, error) {
      if (error instanceof Problem) failures.set(request, error)
      else if (error instanceof Error) log('error', 'upload-error', describeError(error))
      return undefined
    },
  })

  async function handle(request: Request): Promise<Response> {
    const answer = await tus.handleWeb(request)
    const failure = failures.get(request)
    if (failure !== undefined) throw failure
    if (answer.status >= 500) throw new Problem('upload-locked')
    if (answer.status >= 400) {
      const offset = answer.headers.get('Upload-Offset')
      throw new Problem(TUS_PROBLEMS[answer.status] ?? 'bad-request', offset === null ? {} : { offset: Number(offset) })
    }
    return answer
  }

  async function ownUpload(id: string, owner: string): Promise<UploadRow> {
    const row = await db.selectFrom('uploads').selectAll().where('id', '=', id).where('owner', '=', owner).executeTakeFirst()
    if (row === undefined) throw new Problem('upload-not-found')
    return row
  }

  app.post('/v1/uploads', signedIn, async (c) => {
    const metadata = readMetadata(c.req.header('Upload-Metadata'))
    const size = Number(c.req.header('Upload-Length') ?? Number.NaN)
    if (!Number.isSafeInteger(size) || size < 1) throw new Problem('bad-request', { detail: 'Upload-Length: expected the size of the file in bytes, at least 1.' })
    const { definition } = currentDefinition(definitions, metadata.procedure, todayInVietnam(clock()))
    const document = uploadableDocument(definition, metadata.documentId)
    if (!config.agencies.some((agency) => agency.communeCode === metadata.commune)) throw new Problem('commune-not-served')
    if (!document.mediaTypes.includes(metadata.filetype)) throw new Problem('media-type-not-allowed', { documentId: document.id, allowed: document.mediaTypes })
    if (size > document.maxBytes) throw new Problem('file-too-large', { documentId: document.id, limit: document.maxBytes })
    const owner = c.get('session').person.subject
    const { open } = await db.selectFrom('uploads').select((eb) => eb.fn.countAll<string | number>().as('open')).where('owner', '=', owner).where('dossier_code', 'is', null).executeTakeFirstOrThrow()
    if (toInteger(open) >= services.limits.openUploads) throw new Problem('too-many-uploads')
    const id = randomUUID()
    newIds.set(c.req.raw, id)
    await db.insertInto('uploads').values({
      id, owner, commune: metadata.commune, slug: metadata.procedure, document_id: document.id,
      name: metadata.filename, declared_type: metadata.filetype, size, status: 'open', created_at: clock(),
    }).execute()
    return handle(c.req.raw)
  })

  app.options('/v1/uploads', (c) => handle(c.req.raw))

  app.get('/v1/uploads/:uploadId/confirmation', signedIn, async (c) => {
    const row = await ownUpload(c.req.param('uploadId'), c.get('session').person.subject)
    c.header('Cache-Control', 'no-store')
    return c.json(await finishUpload(services, row))
  })

  app.on(['GET', 'PATCH'], '/v1/uploads/:uploadId', signedIn, async (c) => {
    if (c.req.raw.method === 'GET') throw new Problem('method-not-allowed')
    await ownUpload(c.req.param('uploadId'), c.get('session').person.subject)
    return handle(c.req.raw)
  })

  app.delete('/v1/uploads/:uploadId', signedIn, async (c) => {
    const row = await ownUpload(c.req.param('uploadId'), c.get('session').person.subject)
    if (row.dossier_code !== null) throw new Problem('upload-in-use')
    return handle(c.req.raw)
  })

  return app
}

interface UploadMetadata { documentId: string; filename: string; filetype: string; procedure: string; commune: string }

function readMetadata(header: string | undefined): UploadMetadata {
  let parsed: Record<string, string | null>
  try {
    parsed = Metadata.parse(header ?? '')
  } catch {
    throw new Problem('bad-request', { detail: 'Upload-Metadata: expected comma-separated keys with Base64 values.' })
  }
  const need = (key: keyof UploadMetadata): string => {
    const value = parsed[key]
    if (typeof value !== 'string' || value === '' || value.length > 400) throw new Problem('bad-request', { detail: `Upload-Metadata: ${key} is missing.` })
    return value
  }
  return {
    documentId: need('documentId'), filetype: need('filetype'), procedure: need('procedure'), commune: need('commune'),
    filename: plainName(need('filename')),
  }
}

/** A name to show, never a path: no separators, no control or direction characters, at most 200 characters. */
function plainName(name: string): string {
  const plain = name.normalize('NFC').replace(/[\p{Cc}\p{Cf}]/gu, '').replace(/^.*[/\\]/, '').trim().slice(-200)
  return plain === '' ? 'tep' : plain
}
