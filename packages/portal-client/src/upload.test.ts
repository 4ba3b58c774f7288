import { createHash, randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as samples from '../test/samples.ts'
import { problem } from '../test/local-server.ts'
import { startCuttingProxy, startUploadServer, type CuttingProxy, type UploadServer } from '../test/upload-server.ts'
import { createPortalClient, type PortalClient } from './client.ts'
import { createSessionHolder } from './session.ts'
import { removeUpload, uploadFile, type UploadFileOptions, type UploadProgress, type UploadStorage } from './upload.ts'

const KIB = 1_024
const bytes = randomBytes(900 * KIB)
const file = new Blob([bytes], { type: 'application/pdf' })
const sha256 = createHash('sha256').update(bytes).digest('hex')
const options: UploadFileOptions = {
  documentId: 'authorisation', procedure: 'extract-copy', commune: '30838', fileName: 'giấy ủy quyền.pdf', mediaType: 'application/pdf', chunkBytes: 128 * KIB,
}

let server: UploadServer
let proxy: CuttingProxy | null = null
beforeEach(async () => { server = await startUploadServer() })
afterEach(async () => { await proxy?.close(); proxy = null; await server.close() })

async function through(...limits: number[]): Promise<PortalClient> {
  proxy = await startCuttingProxy(server.url, limits)
  return signedIn(proxy.url)
}
function signedIn(baseUrl: string): PortalClient {
  const session = createSessionHolder()
  session.set(samples.session)
  return createPortalClient({ baseUrl, session })
}
function memory(): UploadStorage & { kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => { kept.set(key, value) }, removeItem: (key) => { kept.delete(key) } }
}

describe('uploadFile', () => {
  it('sends the file and returns what the server confirms', async () => {
    const stored = await uploadFile(await through(), file, options)
    expect(stored).toEqual({ uploadId: stored.uploadId, documentId: 'authorisation', name: 'giấy ủy quyền.pdf', mediaType: 'application/pdf', bytes: bytes.length, sha256 })
    expect(server.offsets).toEqual([0, 128, 256, 384, 512, 640, 768, 896].map((kib) => kib * KIB))
  })

  it('resumes at the server’s offset after every cut, so that the hash is equal and only lost bytes are sent again', async () => {
    const portal = await through(300, 70 * KIB, 300, 90 * KIB, 60 * KIB, 33 * KIB, 50 * KIB, 40 * KIB, 80 * KIB, 129 * KIB, 200 * KIB)
    const stored = await uploadFile(portal, file, options)
    expect(stored.sha256).toBe(sha256)
    expect(proxy?.cuts).toBeGreaterThanOrEqual(5)
    expect(server.creations).toBe(1)
    for (const [index, offset] of server.offsets.entries()) expect(offset).toBeGreaterThanOrEqual(server.offsets[index - 1] ?? 0)
    expect(server.offsets.some((offset) => offset % (128 * KIB) !== 0)).toBe(true)
  })

  it('reports progress that ends at the whole file', async () => {
    const seen: UploadProgress[] = []
    await uploadFile(await through(70 * KIB, 70 * KIB, 70 * KIB), file, { ...options, onProgress: (progress) => seen.push(progress) })
    expect(seen.at(-1)).toEqual({ sentBytes: bytes.length, confirmedBytes: bytes.length, totalBytes: bytes.length, waiting: false })
    expect(seen.some((progress) => progress.waiting)).toBe(true)
    for (const { sentBytes, confirmedBytes, totalBytes } of seen) expect(confirmedBytes <= sentBytes && sentBytes <= totalBytes).toBe(true)
  })

  it('goes on where it was after a reload, and keeps nothing once it is done', async () => {
    const storage = memory()
    const portal = await through()
    const controller = new AbortController()
    const first = uploadFile(portal, file, { ...options, storage, signal: controller.signal, onProgress: ({ confirmedBytes }) => { if (confirmedBytes >= 256 * KIB) controller.abort(new Error('page closed')) } })
    await expect(first).rejects.toThrow('page closed')
    expect([...storage.kept.keys()]).toEqual([`motcua-upload:extract-copy:30838:authorisation:${sha256}`])
    const before = server.offsets.length
    expect((await uploadFile(portal, file, { ...options, storage })).sha256).toBe(sha256)
    expect(server.offsets[before]).toBeGreaterThanOrEqual(256 * KIB)
    expect(server.creations).toBe(1)
    expect(storage.kept.size).toBe(0)
  })

  it('starts anew when the kept upload has expired on the server', async () => {
    const storage = memory()
    storage.setItem(`motcua-upload:extract-copy:30838:authorisation:${sha256}`, 'gone')
    expect((await uploadFile(await through(), file, { ...options, storage })).sha256).toBe(sha256)
    expect(server.creations).toBe(1)
  })

  it('works where storage is forbidden', async () => {
    const forbidden = () => { throw new Error('SecurityError') }
    const storage = { getItem: forbidden, setItem: forbidden, removeItem: forbidden }
    expect((await uploadFile(await through(), file, { ...options, storage })).sha256).toBe(sha256)
  })

  it('repeats a request that stalls', async () => {
    let stalled = 0
    server.intercept = (request) => request.method === 'HEAD' && (stalled += 1) === 1
    expect((await uploadFile(await through(), file, { ...options, stallMs: 200 })).sha256).toBe(sha256)
    expect(stalled).toBe(2)
  })

  it('waits for an upload that is locked or a gateway that is overloaded', async () => {
    const answers = [423, 503, 429]
    server.intercept = (request, response) => {
      const status = request.method === 'HEAD' ? answers.shift() : undefined
      if (status === undefined) return false
      response.writeHead(status).end()
      return true
    }
    expect((await uploadFile(await through(), file, options)).sha256).toBe(sha256)
    expect(answers).toEqual([])
  })

  it('gives up after failures without progress, and says that it can be resumed', async () => {
    server.intercept = (request, response) => { if (request.method !== 'HEAD') return false; response.destroy(); return true }
    await expect(uploadFile(await through(), file, { ...options, retry: 1 })).rejects.toMatchObject({ code: 'ERR_PORTAL_UNREACHABLE' })
  })

  it('passes on the refusal of a file that is too large', async () => {
    server.intercept = (request, response) => { if (request.method !== 'POST') return false; problem(response, 413, 'file-too-large'); return true }
    await expect(uploadFile(await through(), file, options)).rejects.toMatchObject({ code: 'ERR_PORTAL_PROBLEM', problem: { type: 'urn:motcua:problem:file-too-large' } })
  })

  it('passes on the refusal of a file that is not what it claims to be', async () => {
    server.intercept = (request, response) => { if (!request.url?.endsWith('/confirmation')) return false; problem(response, 415, 'not-what-it-claims'); return true }
    await expect(uploadFile(await through(), file, options)).rejects.toMatchObject({ code: 'ERR_PORTAL_PROBLEM', problem: { status: 415 } })
  })

  it('asks to sign in when the session ends during the upload, and resumes afterwards', async () => {
    const storage = memory()
    const portal = await through()
    let ended = false
    server.intercept = (request, response) => {
      if (ended || request.method !== 'PATCH' || server.offsets.length < 3) return false
      ended = true
      request.resume().on('end', () => { problem(response, 401, 'session-expired') })
      return true
    }
    await expect(uploadFile(portal, file, { ...options, storage })).rejects.toMatchObject({ code: 'ERR_PORTAL_SESSION_EXPIRED' })
    expect(portal.session.current()).toBeNull()
    portal.session.set({ ...samples.session, accessToken: 'token-2' })
    expect((await uploadFile(portal, file, { ...options, storage })).sha256).toBe(sha256)
    expect(server.creations).toBe(1)
  })

  it('discards an upload of which the server stored other bytes', async () => {
    let deleted = ''
    server.intercept = (request, response) => {
      if (request.method === 'DELETE') { deleted = request.url ?? ''; response.writeHead(204).end(); return true }
      if (!request.url?.endsWith('/confirmation')) return false
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ ...samples.storedFile, bytes: bytes.length }))
      return true
    }
    await expect(uploadFile(await through(), file, options)).rejects.toMatchObject({ code: 'ERR_PORTAL_UPLOAD_HASH' })
    expect(deleted).toMatch(/^\/v1\/uploads\/[0-9a-f-]{36}$/)
  })

  it('sends the bearer nowhere but to the portal, whatever Location says', async () => {
    server.intercept = (request, response) => {
      if (request.method !== 'POST') return false
      response.writeHead(201, { Location: 'https://elsewhere.example/files/1' }).end()
      return true
    }
    await expect(uploadFile(await through(), file, options)).rejects.toMatchObject({ code: 'ERR_PORTAL_RESPONSE' })
  })

  it('needs a session before anything is sent', async () => {
    await expect(uploadFile({ portal: server.url, session: createSessionHolder() }, file, options)).rejects.toMatchObject({ code: 'ERR_PORTAL_SESSION_EXPIRED' })
    expect(server.creations).toBe(0)
  })
})

describe('removeUpload', () => {
  it('takes an upload back once, and again without complaint', async () => {
    const portal = await through()
    const { uploadId } = await uploadFile(portal, file, options)
    await removeUpload(portal, uploadId)
    server.intercept = (request, response) => { if (request.method !== 'DELETE') return false; problem(response, 404, 'upload-not-found'); return true }
    await removeUpload(portal, uploadId)
  })

  it('says that a file of a submitted dossier stays', async () => {
    server.intercept = (_, response) => { problem(response, 409, 'upload-in-use'); return true }
    await expect(removeUpload(await through(), 'u1')).rejects.toMatchObject({ problem: { type: 'urn:motcua:problem:upload-in-use' } })
  })
})
