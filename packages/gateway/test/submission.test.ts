import { randomUUID } from 'node:crypto'
import type { JsonObject } from '@motcua/core/json'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf } from './contract.ts'
import { DATABASES, type TestDatabases } from './databases.ts'
import { EXTRACT, answersOf, fileForGrandchild, logText, submissionForSelf } from './filing.ts'
import { LAN, MINH, MONDAY_0900, PHUONG, createWorld, type Api, type World } from './world.ts'

describe.each(DATABASES)('submission on $database', ({ open, skipped }) => {
  let databases: TestDatabases
  let world: World
  let lan: Api

  beforeAll(async () => {
    if (skipped) return
    databases = await open()
    world = await createWorld(await databases.create())
    lan = await world.signIn(LAN)
  })
  afterAll(async () => {
    await world?.close()
    await databases?.close()
  })

  it.skipIf(skipped)('acknowledges with a code, the support code and the computed fee', async () => {
    const { status, body, headers } = await lan.post('/v1/dossiers', submissionForSelf())
    expect(status).toBe(201)
    expect(body).toMatchObject({ state: 1, supportCode: headers.get('X-Correlation-Id'), fee: { amountVnd: 8000, state: 'owed' } })
    expect(body.code).toMatch(/^H01\.02-261123-\d{4}$/)
  })

  it.skipIf(skipped)('gives two concurrent submissions with one key the same dossier', async () => {
    const key = randomUUID()
    const before = (await lan.get('/v1/dossiers')).body.dossiers.length
    const answers = await Promise.all(Array.from({ length: 5 }, () => lan.post('/v1/dossiers', submissionForSelf(), { key })))
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201, 201])
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1)
    expect((await lan.get('/v1/dossiers')).body.dossiers).toHaveLength(before + 1)
  })

  it.skipIf(skipped)('gives different keys different codes, also at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => lan.post('/v1/dossiers', submissionForSelf())))
    expect(new Set(answers.map((answer) => answer.body.code)).size).toBe(8)
  })

  it.skipIf(skipped)('refuses a key that was used for another submission', async () => {
    const key = randomUUID()
    await lan.post('/v1/dossiers', submissionForSelf(), { key })
    const again = await lan.post('/v1/dossiers', submissionForSelf({ answers: { ...answersOf('self'), count: 3 } }), { key })
    expect(again).toMatchObject({ status: 409, body: { type: 'urn:motcua:problem:idempotency-key-reused' } })
  })

  it.skipIf(skipped)('lets a corrected submission go through with the key of the refused one', async () => {
    const key = randomUUID()
    const refused = await lan.post('/v1/dossiers', submissionForSelf({ answers: { ...answersOf('self'), count: 0 } }), { key })
    expect(refused).toMatchObject({ status: 422, body: { type: 'urn:motcua:problem:invalid-answers', errors: [{ pointer: '/count', code: 'minimum' }] } })
    expect((await lan.post('/v1/dossiers', submissionForSelf(), { key })).status).toBe(201)
  })

  it.skipIf(skipped)('keeps text composed that a client sent in its parts', async () => {
    const answers = answersOf('self')
    const { body: { code } } = await lan.post('/v1/dossiers', JSON.parse(JSON.stringify(submissionForSelf({ answers })).normalize('NFD')))
    const officer = await world.signIn(MINH)
    expect((await officer.get(`/v1/officer/dossiers/${code}`)).body.answers).toEqual(answers)
  })

  it.skipIf(skipped)('refuses answers nested without end in the words of bad input', async () => {
    for (const depth of [1_000, 10_000, 100_000]) {
      const answers = JSON.stringify(submissionForSelf()).replace('"answers":{', `"answers":{"odd":${'['.repeat(depth)}${']'.repeat(depth)},`)
      const { status } = await lan.send('/v1/dossiers', { method: 'POST', headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() }, body: answers })
      expect(status, String(depth)).toBeOneOf([400, 422])
    }
  })

  it.skipIf(skipped)('needs an idempotency key', async () => {
    expect(await lan.post('/v1/dossiers', submissionForSelf(), { key: 'once' })).toMatchObject({ status: 400, body: { type: 'urn:motcua:problem:idempotency-key-missing' } })
  })

  it.skipIf(skipped)('does not file in somebody else’s name', async () => {
    const phuong = await world.signIn(PHUONG)
    const { status, body } = await phuong.post('/v1/dossiers', submissionForSelf())
    expect(status).toBe(422)
    expect(body.errors).toContainEqual({ pointer: '/requester/personalId', code: 'identityMismatch', params: {} })
  })

  it.skipIf(skipped)('records who helped at the counter beside the applicant, for the officer to see', async () => {
    const minh = await world.signIn(MINH)
    const filedBy = async (assistedBy?: JsonObject): Promise<JsonObject> => {
      const { body } = await lan.post('/v1/dossiers', submissionForSelf(assistedBy === undefined ? {} : { assistedBy }))
      return (await minh.get(`/v1/officer/dossiers/${body.code}`)).body
    }
    const operated = { kind: 'youth-volunteer', mode: 'operated', reason: 'Người cao tuổi, mắt kém' }
    const dossier = await filedBy(operated)
    expect(faultsOf('OfficerDossier', dossier)).toEqual([])
    expect(await lan.get(`/v1/dossiers/${dossier.code}`)).toMatchObject({ body: { assistedBy: operated } })
    expect(dossier).toMatchObject({ assistedBy: operated, answers: answersOf('self'), steps: [{ kind: 'submitted', by: { role: 'citizen', name: 'Nguyễn Thị Lan' } }] })
    expect(await filedBy({ kind: 'relative', mode: 'guided', reason: 'is of no use here' })).toMatchObject({ assistedBy: { kind: 'relative', mode: 'guided' } })
    expect(await filedBy()).not.toHaveProperty('assistedBy')
  })

  it.skipIf(skipped).each([
    ['an unknown kind of helper', { kind: 'agent', mode: 'guided' }, '/assistedBy/kind'],
    ['an unknown way of helping', { kind: 'officer', mode: 'instead' }, '/assistedBy/mode'],
    ['hands that operate without a reason', { kind: 'officer', mode: 'operated' }, '/assistedBy/reason'],
    ['a blank reason', { kind: 'officer', mode: 'operated', reason: '  ' }, '/assistedBy/reason'],
    ['a reason beyond 500 characters', { kind: 'officer', mode: 'operated', reason: 'x'.repeat(501) }, '/assistedBy/reason'],
  ])('refuses %s', async (_name, assistedBy, at) => {
    const { status, body } = await lan.post('/v1/dossiers', submissionForSelf({ assistedBy }))
    expect({ status, detail: body.detail }).toEqual({ status: 400, detail: expect.stringContaining(`${at}: expected`) })
  })

  it.skipIf(skipped)('checks places against the list of communes', async () => {
    const answers = answersOf('self')
    const at = (place: Record<string, string>) => submissionForSelf({ answers: { ...answers, requester: { ...Object(answers.requester), residence: { scope: 'domestic', ...place } } } })
    const codes = async (place: Record<string, string>) => (await lan.post('/v1/dossiers', at(place))).body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`)
    expect(await codes({ province: '01', commune: '30838' })).toEqual(['/requester/residence/commune communeNotInProvince'])
    expect(await codes({ province: '91', commune: '99999' })).toEqual(['/requester/residence/commune communeUnknown'])
  })

  it.skipIf(skipped)('says which definition is current when the page has another', async () => {
    const { status, body } = await lan.post('/v1/dossiers', submissionForSelf({ procedure: { slug: 'extract-copy', effectiveFrom: '2026-01-14', sha256: 'a'.repeat(64) } }))
    expect(status).toBe(409)
    expect(body).toMatchObject({ type: 'urn:motcua:problem:definition-changed', currentVersion: { sha256: EXTRACT.sha256 } })
  })

  it.skipIf(skipped)('still answers a retry after the definition has expired', async () => {
    const key = randomUUID()
    const first = await lan.post('/v1/dossiers', submissionForSelf(), { key })
    world.time.now = Date.parse('2027-03-01T09:00:00+07:00')
    try {
      const late = await world.signIn(LAN)
      expect((await late.post('/v1/dossiers', submissionForSelf(), { key })).body).toEqual(first.body)
      expect((await late.post('/v1/dossiers', submissionForSelf())).body.type).toBe('urn:motcua:problem:definition-changed')
    } finally {
      world.time.now = MONDAY_0900
    }
  })

  it.skipIf(skipped)('refuses unknown procedures and communes, and endings the operator did not choose', async () => {
    const unknown = { slug: 'fortune-telling', effectiveFrom: '2026-01-14', sha256: 'b'.repeat(64) }
    expect((await lan.post('/v1/dossiers', submissionForSelf({ procedure: unknown }))).body.type).toBe('urn:motcua:problem:procedure-unknown')
    expect((await lan.post('/v1/dossiers', submissionForSelf({ commune: '99999' }))).body.type).toBe('urn:motcua:problem:commune-unknown')
    expect((await lan.post('/v1/dossiers', submissionForSelf({ commune: '00004' }))).body.type).toBe('urn:motcua:problem:commune-not-served')
    const index = (await (await world.request('/definitions/index.json?on=2026-11-23')).json()).definitions
    const birth = index.find((entry: { slug: string }) => entry.slug === 'birth-registration')
    const handOff = await lan.post('/v1/dossiers', submissionForSelf({ procedure: { slug: birth.slug, effectiveFrom: birth.effectiveFrom, sha256: birth.sha256 } }))
    expect(handOff).toMatchObject({ status: 422, body: { type: 'urn:motcua:problem:ending-not-allowed' } })
  })

  it.skipIf(skipped)('names the paper that is missing', async () => {
    const { status, body } = await lan.post('/v1/dossiers', submissionForSelf({ answers: answersOf('grandchild-authorised') }))
    expect(status).toBe(422)
    expect(body).toMatchObject({ type: 'urn:motcua:problem:missing-document', documents: ['authorisation'] })
  })

  it.skipIf(skipped)('shows a dossier to its owner and to nobody else', async () => {
    const code = await fileForGrandchild(lan, 'owner')
    const { body } = await lan.get(`/v1/dossiers/${code}`)
    expect(body).toMatchObject({
      code, state: 1, procedureCode: '2.000635', fee: { amountVnd: 16000, state: 'owed' }, late: false, lateReason: null, results: [],
      steps: [{ kind: 'submitted', state: 1, sealed: 'system-seal', by: { role: 'citizen' } }],
      attachments: [{ documentId: 'authorisation', mediaType: 'application/pdf' }],
    })
    expect(body).not.toHaveProperty('answers')
    const phuong = await world.signIn(PHUONG)
    expect((await phuong.get(`/v1/dossiers/${code}`)).body.type).toBe('urn:motcua:problem:dossier-not-found')
  })

  it.skipIf(skipped)('withdraws once, and a withdrawn dossier takes no step more', async () => {
    const code = (await lan.post('/v1/dossiers', submissionForSelf())).body.code
    const key = randomUUID()
    const first = await lan.post(`/v1/dossiers/${code}/withdrawal`, undefined, { key })
    expect(first).toMatchObject({ status: 200, body: { state: 7 } })
    expect((await lan.post(`/v1/dossiers/${code}/withdrawal`, undefined, { key })).body).toEqual(first.body)
    expect((await lan.post(`/v1/dossiers/${code}/withdrawal`)).body).toMatchObject({ type: 'urn:motcua:problem:step-not-allowed', reasons: [{ code: 'dossier-ended' }] })
  })

  it.skipIf(skipped)('keeps personal data out of every log line', () => {
    const text = logText(world)
    expect(text.length).toBeGreaterThan(1000)
    for (const secret of [LAN.SoDinhDanh, LAN.HoVaTen, LAN.SoDienThoai, 'Nguyễn Minh Khôi', '091215000456', lan.accessToken, 'Mỹ Bình', 'code_challenge', 'motcua_code']) {
      expect(text).not.toContain(secret)
    }
  })
})
