import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { serve } from '@hono/node-server'
import * as tus from 'tus-js-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBadNetwork, portOf } from './bad-network.ts'
import { DATABASES, type TestDatabases } from './databases.ts'
import { answersOf, createUpload, logText, patchUpload, pdfBytes, sha256, submissionForSelf, upload } from './filing.ts'
import { LAN, PHUONG, apiOf, createWorld, type Api, type World } from './world.ts'

describe.each(DATABASES)('uploads on $database', ({ open, skipped }) => {
  let databases: TestDatabases
  let world: World
  let lan: Api

  beforeAll(async () => {
    if (skipped) return
    databases = await open()
    world = await createWorld(await databases.create(), { config: { limits: { openUploads: 20 } } })
    lan = await world.signIn(LAN)
  })
  afterAll(async () => {
    await world?.close()
    await databases?.close()
  })

  const pathOf = (created: Response) => new URL(created.headers.get('Location') ?? '').pathname
  const typeOf = async (response: Response): Promise<string> => (await response.json()).type
  const head = (api: Api, path: string) => api.send(path, { method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0' } })

  it.skipIf(skipped)('resumes where the connection broke and confirms the hash of the whole', async () => {
    const bytes = new Uint8Array([...pdfBytes(), ...randomBytes(300_000)])
    const created = await createUpload(lan, bytes)
    expect(created.status).toBe(201)
    expect(created.headers.get('Location')).toMatch(/^https:\/\/gateway\.test\/v1\/uploads\/[0-9a-f-]{36}$/)
    const path = pathOf(created)
    expect((await patchUpload(lan, path, bytes.subarray(0, 100_000), 0)).headers.get('Upload-Offset')).toBe('100000')
    const offset = Number((await head(lan, path)).headers.get('Upload-Offset'))
    expect(offset).toBe(100_000)
    expect((await lan.get(`${path}/confirmation`)).body.type).toBe('urn:motcua:problem:upload-incomplete')
    expect(await typeOf(await patchUpload(lan, path, bytes.subarray(50_000), 50_000))).toBe('urn:motcua:problem:upload-offset-conflict')
    expect((await patchUpload(lan, path, bytes.subarray(offset), offset)).status).toBe(204)
    expect((await lan.get(`${path}/confirmation`)).body).toMatchObject({ documentId: 'authorisation', name: 'giấy ủy quyền.pdf', mediaType: 'application/pdf', bytes: bytes.length, sha256: sha256(bytes) })
  })

  it.skipIf(skipped)('takes a whole file from the tus client although the connection breaks three times', async () => {
    const gateway = serve({ fetch: (request) => world.gateway.fetch(request), port: 0, hostname: '127.0.0.1', overrideGlobalObjects: false })
    await once(gateway, 'listening')
    const network = await createBadNetwork(portOf(gateway), { cutAfterBytes: 150_000, times: 3 })
    try {
      const bytes = new Uint8Array([...pdfBytes(), ...randomBytes(600_000)])
      const path = pathOf(await createUpload(lan, bytes))
      await new Promise<void>((resolve, reject) => {
        // The client's types know browsers only; on Node it takes a Buffer.
        new tus.Upload(Buffer.from(bytes) as unknown as File, {
          uploadUrl: `http://127.0.0.1:${network.port}${path}`, uploadSize: bytes.length, retryDelays: [50, 50, 50, 50, 50, 50],
          headers: { Authorization: `Bearer ${lan.accessToken}` }, onError: reject, onSuccess: () => resolve(),
        }).start()
      })
      expect(network.cuts()).toBe(3)
      expect((await lan.get(`${path}/confirmation`)).body).toMatchObject({ bytes: bytes.length, sha256: sha256(bytes) })
    } finally {
      network.server.close()
      gateway.close()
    }
  })

  it.skipIf(skipped)('goes on after a connection that died in the middle of a chunk', async () => {
    const bytes = new Uint8Array([...pdfBytes(), ...randomBytes(200_000)])
    const path = pathOf(await createUpload(lan, bytes))
    const dying = new ReadableStream<Uint8Array>({
      async start(controller) {
        controller.enqueue(bytes.subarray(0, 65_536))
        await new Promise((resolve) => setTimeout(resolve, 50))
        controller.error(new Error('connection reset'))
      },
    })
    const headers = { 'Tus-Resumable': '1.0.0', 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' }
    await lan.send(path, { method: 'PATCH', headers, body: dying, duplex: 'half' } as RequestInit).catch(() => undefined)
    const offset = Number((await head(lan, path)).headers.get('Upload-Offset'))
    expect(offset).toBeLessThan(bytes.length)
    await patchUpload(lan, path, bytes.subarray(offset), offset)
    expect((await lan.get(`${path}/confirmation`)).body.sha256).toBe(sha256(bytes))
  })

  it.skipIf(skipped)('takes one writer at a time: the waiting one asks the stalled one to let go', async () => {
    const bytes = new Uint8Array([...pdfBytes(), ...randomBytes(100_000)])
    const path = pathOf(await createUpload(lan, bytes))
    let release = () => {}
    const stalled = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(bytes.subarray(0, 1000))
        release = () => controller.close()
      },
    })
    const headers = { 'Tus-Resumable': '1.0.0', 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' }
    const first = lan.send(path, { method: 'PATCH', headers, body: stalled, duplex: 'half' } as RequestInit).catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 100))
    const offset = Number((await head(lan, path)).headers.get('Upload-Offset'))
    expect(offset).toBeLessThanOrEqual(1000)
    expect((await patchUpload(lan, path, bytes.subarray(offset), offset)).status).toBe(204)
    release()
    await first
    expect((await lan.get(`${path}/confirmation`)).body.sha256).toBe(sha256(bytes))
  })

  it.skipIf(skipped)('refuses a file that is not what it claims, also when asked again', async () => {
    const bytes = new TextEncoder().encode('MZ this is a program')
    const path = pathOf(await createUpload(lan, bytes))
    const finished = await patchUpload(lan, path, bytes, 0)
    expect(finished.status).toBe(415)
    expect(await typeOf(finished)).toBe('urn:motcua:problem:not-what-it-claims')
    expect((await lan.get(`${path}/confirmation`))).toMatchObject({ status: 415, body: { documentId: 'authorisation' } })
    const png = pathOf(await createUpload(lan, pdfBytes(), { filetype: 'image/png' }))
    expect((await patchUpload(lan, png, pdfBytes(), 0)).status).toBe(415)
  })

  it.skipIf(skipped)('takes only papers of the closed list, of the kinds and size that it names', async () => {
    expect(await typeOf(await createUpload(lan, pdfBytes(), { documentId: 'marriage-certificate' }))).toBe('urn:motcua:problem:document-not-in-list')
    expect(await typeOf(await createUpload(lan, pdfBytes(), { procedure: 'nothing' }))).toBe('urn:motcua:problem:procedure-unknown')
    expect(await typeOf(await createUpload(lan, pdfBytes(), { filetype: 'text/html' }))).toBe('urn:motcua:problem:media-type-not-allowed')
    expect(await createUpload(lan, new Uint8Array(10_485_761))).toMatchObject({ status: 413 })
  })

  it.skipIf(skipped)('keeps an upload to its owner and needs a session', async () => {
    const path = pathOf(await createUpload(lan, pdfBytes()))
    const phuong = await world.signIn(PHUONG)
    expect((await head(phuong, path)).status).toBe(404)
    expect((await patchUpload(phuong, path, pdfBytes(), 0)).status).toBe(404)
    expect((await createUpload(apiOf(world.request, 'x'.repeat(43)), pdfBytes())).status).toBe(401)
  })

  it.skipIf(skipped)('attaches a file once, with its hash, and then lets nobody delete it', async () => {
    const attachment = await upload(lan, pdfBytes('once'))
    const submission = { ...submissionForSelf(), answers: answersOf('grandchild-authorised') }
    const changed = await lan.post('/v1/dossiers', { ...submission, attachments: [{ ...attachment, sha256: 'a'.repeat(64) }] })
    expect(changed.body.type).toBe('urn:motcua:problem:attachment-mismatch')
    expect((await lan.post('/v1/dossiers', { ...submission, attachments: [attachment] })).status).toBe(201)
    expect((await lan.post('/v1/dossiers', { ...submission, attachments: [attachment] })).body.type).toBe('urn:motcua:problem:attachment-mismatch')
    expect(await typeOf(await lan.send(`/v1/uploads/${attachment.uploadId}`, { method: 'DELETE', headers: { 'Tus-Resumable': '1.0.0' } }))).toBe('urn:motcua:problem:upload-in-use')
  })

  it.skipIf(skipped)('refuses a paper that this case does not ask for', async () => {
    const attachment = await upload(lan, pdfBytes('needless'))
    expect((await lan.post('/v1/dossiers', submissionForSelf({ attachments: [{ ...attachment }] }))).body).toMatchObject({ type: 'urn:motcua:problem:document-not-in-list', documents: ['authorisation'] })
  })

  it.skipIf(skipped)('deletes what was not filed', async () => {
    const path = pathOf(await createUpload(lan, pdfBytes()))
    expect((await lan.send(path, { method: 'DELETE', headers: { 'Tus-Resumable': '1.0.0' } })).status).toBe(204)
    expect((await head(lan, path)).status).toBe(404)
  })

  it.skipIf(skipped)('takes so many files of one person before they are filed, and no more', async () => {
    const phuong = await world.signIn(PHUONG)
    for (let count = 0; count < 20; count += 1) expect((await createUpload(phuong, pdfBytes())).status).toBe(201)
    expect(await typeOf(await createUpload(phuong, pdfBytes()))).toBe('urn:motcua:problem:too-many-uploads')
  })

  it.skipIf(skipped)('keeps file names and persons out of the log', () => {
    const text = logText(world)
    for (const secret of ['giấy ủy quyền', LAN.HoVaTen, LAN.SoDinhDanh, lan.accessToken]) expect(text).not.toContain(secret)
  })
})
