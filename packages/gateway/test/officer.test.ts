import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { JsonObject } from '@motcua/core/json'
import { applyStep, newDossier, type StepKind } from '@motcua/dossier'
import { parseStepStatement, stepOf, verifyStepChain } from '@motcua/dossier/step-log'
import { signBankNotification } from '@motcua/payments/testing'
import { verifyStatement } from '@motcua/signatures/manifest'
import { verifyPdf } from '@motcua/signatures/verify'
import fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf } from './contract.ts'
import { DATABASES, type TestDatabases } from './databases.ts'
import { finish, signStep, signedResult, step, uploadResult } from './desk.ts'
import { fileForGrandchild, logText, pdfBytes, sha256, submissionForSelf, upload } from './filing.ts'
import { ACCOUNT, BANK_SECRET, LAN, MINH, MONDAY_0900, STRANGER_OFFICER, createWorld, type Api, type World } from './world.ts'

describe.each(DATABASES)('officer on $database', ({ open, skipped, notBeside }) => {
  let databases: TestDatabases
  let world: World
  let lan: Api
  let minh: Api

  beforeAll(async () => {
    if (skipped) return
    databases = await open()
    world = await createWorld(await databases.create(), { config: { limits: { sessionMinutes: 600 } } })
    lan = await world.signIn(LAN)
    minh = await world.signIn(MINH)
  })
  afterAll(async () => {
    await world?.close()
    await databases?.close()
  })

  /** A dossier that has been received and is being processed. */
  async function processing(suffix: string): Promise<string> {
    const code = await fileForGrandchild(lan, suffix)
    await step(world, minh, code, 'receive')
    await step(world, minh, code, 'process')
    return code
  }

  it.skipIf(skipped)('carries a dossier from reception to the returned result, every step signed and chained', async () => {
    const code = await fileForGrandchild(lan, 'whole')
    expect((await lan.get(`/v1/dossiers/${code}/intake-slip`)).body.type).toBe('urn:motcua:problem:slip-not-issued')
    const received = await step(world, minh, code, 'receive')
    expect(received).toMatchObject({ status: 201, body: { state: 2, allowedSteps: ['process'], dueAt: '2026-11-23T10:00:00.000Z' } })
    expect((await lan.get(`/v1/dossiers/${code}/intake-slip`)).body).toMatchObject({
      code, agencyName: 'Ủy ban nhân dân xã Mỹ Thuận', submitter: 'Nguyễn Thị Lan', documents: ['Văn bản ủy quyền'], receivedBy: 'Trần Văn Minh',
      number: expect.stringMatching(/^\d{4}\/GTN-H01\.02\/2026$/), dueAt: '2026-11-23T17:00:00+07:00',
    })
    expect((await minh.get(`/v1/officer/dossiers/${code}/intake-slip`)).body).toEqual((await lan.get(`/v1/dossiers/${code}/intake-slip`)).body)
    await step(world, minh, code, 'process')
    const result = await uploadResult(minh, code, await signedResult(world, code))
    expect(result).toMatchObject({ status: 201, body: { name: 'ket-qua-1.pdf', signedBy: 'Trần Văn Minh' } })
    expect((await lan.get(`/v1/dossiers/${code}`)).body.results).toEqual([])
    expect(await finish(world, minh, code, [result.body])).toMatchObject({ status: 201, body: { state: 9, late: false } })
    expect((await step(world, minh, code, 'return')).body.state).toBe(10)

    const { body } = await lan.get(`/v1/dossiers/${code}`)
    expect(body.steps.map(({ kind, sealed }: { kind: string; sealed: string }) => `${kind} ${sealed}`)).toEqual([
      'submitted system-seal', 'receive officer-signature', 'process officer-signature', 'finish officer-signature', 'return officer-signature',
    ])
    const download = await lan.send(`/v1/dossiers/${code}/results/${body.results[0].fileId}`, {})
    const bytes = new Uint8Array(await download.arrayBuffer())
    expect(sha256(bytes)).toBe(result.body.sha256)
    const trust = await (await world.request('/v1/trust')).json()
    const anchors = trust.anchors.map(({ certificate }: { certificate: string }) => new Uint8Array(Buffer.from(certificate, 'base64')))
    expect((await verifyPdf(bytes, { anchors, at: new Date(world.time.now), expect: { dossierCode: code } })).valid).toBe(true)
    const { manifest } = (await lan.get(`/v1/dossiers/${code}/manifest`)).body
    const certificates = trust.agencies[0].certificates.map((certificate: string) => new Uint8Array(Buffer.from(certificate, 'base64')))
    expect(await verifyStatement(manifest, { typ: 'motcua-manifest+jwt', certificates, at: new Date(world.time.now) })).toMatchObject({ ok: true, payload: { dossier: code, files: [{ sha256: result.body.sha256 }] } })
  })

  it.skipIf(skipped || notBeside !== '')(`keeps a log that anyone with the certificates can verify from end to end${notBeside}`, async () => {
    const code = await processing('chain')
    const client = new Client({ connectionString: world.config.database.url })
    await client.connect()
    const { rows } = await client.query<{ jws: string }>('select jws from steps where dossier_code = $1 order by seq', [code])
    await client.end()
    const certificates = [world.officer.certificate, world.config.systemSeal.certificate]
    const verify = async (jws: string) => {
      const verdict = await verifyStatement(jws, { typ: 'motcua-step+jwt', certificates, at: new Date(world.time.now) })
      const parsed = verdict.ok ? parseStepStatement(verdict.payload) : undefined
      return parsed?.ok === true ? parsed.statement : null
    }
    const log = rows.map(({ jws }) => jws)
    const verdict = await verifyStepChain(log, verify, { dossier: code })
    expect(verdict.ok && verdict.statements.map(({ kind }) => kind)).toEqual(['submitted', 'receive', 'process'])
    expect(await verifyStepChain([log[0] ?? '', log[2] ?? ''], verify, { dossier: code })).toMatchObject({ ok: false, code: 'chain-broken' })
  })

  it.skipIf(skipped || notBeside !== '')(`keeps who helped at the counter under the seal of the first step, where a change of it shows${notBeside}`, async () => {
    const assistedBy = { kind: 'youth-volunteer', mode: 'operated', reason: 'Người cao tuổi, mắt kém' }
    const { body: { code } } = await lan.post('/v1/dossiers', submissionForSelf({ assistedBy }))
    const client = new Client({ connectionString: world.config.database.url })
    await client.connect()
    const { rows: [row] } = await client.query<{ jws: string }>('select jws from steps where dossier_code = $1', [code])
    await client.end()
    const verify = (jws: string) => verifyStatement(jws, { typ: 'motcua-step+jwt', certificates: [world.config.systemSeal.certificate], at: new Date(world.time.now) })
    const jws = row?.jws ?? ''
    expect(await verify(jws)).toMatchObject({ ok: true, payload: { kind: 'submitted', by: { role: 'citizen', name: 'Nguyễn Thị Lan' }, data: { assistedBy } } })
    const [head, payload, signature] = jws.split('.')
    const statement = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString('utf8'))
    for (const change of [{ ...assistedBy, kind: 'officer' }, { ...assistedBy, reason: 'khác' }, undefined]) {
      const forged = Buffer.from(JSON.stringify({ ...statement, data: { ...statement.data, assistedBy: change } })).toString('base64url')
      expect((await verify([head, forged, signature].join('.'))).ok).toBe(false)
    }
  })

  it.skipIf(skipped)('applies the 15:00 rule: what comes later is due on the next working day, past the day off of 24 November', async () => {
    const code = await fileForGrandchild(lan, 'late-afternoon')
    world.time.now = Date.parse('2026-11-23T15:30:00+07:00')
    try {
      await step(world, minh, code, 'receive')
      expect((await lan.get(`/v1/dossiers/${code}/intake-slip`)).body).toMatchObject({ dueAt: '2026-11-25T17:00:00+07:00', dueNote: expect.stringContaining('15:00') })
    } finally {
      world.time.now = MONDAY_0900
    }
  })

  it.skipIf(skipped)('asks once for a supplement, which replaces exactly the named paper', async () => {
    const code = await processing('supplement')
    const before = (await lan.get(`/v1/dossiers/${code}`)).body.attachments[0]
    expect((await step(world, minh, code, 'request-supplement', { documents: ['passport'], note: 'Xin thêm' })).body.reasons[0].code).toBe('document-not-in-list')
    expect((await step(world, minh, code, 'request-supplement', { documents: ['authorisation'], note: 'Bản chụp bị mờ, Bạn vui lòng chụp lại.' })).body.state).toBe(5)
    expect((await lan.get(`/v1/dossiers/${code}`)).body.supplement).toMatchObject({ documents: ['authorisation'], note: 'Bản chụp bị mờ, Bạn vui lòng chụp lại.' })
    const replacement = await upload(lan, pdfBytes('clearer'))
    const answered = await lan.post(`/v1/dossiers/${code}/supplement`, { attachments: [replacement] })
    expect(answered).toMatchObject({ status: 200, body: { state: 4, attachments: [{ uploadId: replacement.uploadId }] } })
    expect(answered.body.attachments[0].uploadId).not.toBe(before.uploadId)
    expect((await lan.post(`/v1/dossiers/${code}/supplement`, { attachments: [await upload(lan, pdfBytes('again'))] })).body.type).toBe('urn:motcua:problem:no-open-supplement')
    expect((await step(world, minh, code, 'request-supplement', { documents: ['authorisation'], note: 'Lần nữa' })).body).toMatchObject({ type: 'urn:motcua:problem:step-not-allowed', reasons: [{ code: 'supplement-limit-reached' }] })
  })

  it.skipIf(skipped)('does not close without a result, without a manifest, or out of turn', async () => {
    const code = await processing('no-result')
    const refused = await finish(world, minh, code, [])
    expect(refused).toMatchObject({ status: 422, body: { type: 'urn:motcua:problem:close-refused' } })
    expect(refused.body.reasons.map(({ code: reason }: { code: string }) => reason)).toContain('no-result-file')
    expect((await step(world, minh, code, 'finish', { resultFiles: [] })).body.reasons.map(({ code: reason }: { code: string }) => reason)).toContain('manifest-missing')
    expect((await minh.get(`/v1/officer/dossiers/${code}`)).body.state).toBe(4)
  })

  it.skipIf(skipped)('does not close with a result that names another dossier, and goes on with the right one', async () => {
    const code = await processing('foreign')
    const foreign = await uploadResult(minh, code, await signedResult(world, 'H01.02-261123-9999'))
    expect(foreign.status).toBe(201)
    const refused = await finish(world, minh, code, [foreign.body])
    expect(refused.body.reasons).toContainEqual({ code: 'pdf-for-other-dossier', file: 'ket-qua-1.pdf', message: expect.stringMatching(/hồ sơ khác/) })
    const right = await uploadResult(minh, code, await signedResult(world, code, { text: 'right' }))
    expect((await minh.get(`/v1/officer/dossiers/${code}`)).body.results).toHaveLength(1)
    expect((await finish(world, minh, code, [right.body])).body.state).toBe(9)
  })

  it.skipIf(skipped)('does not close with the very file that another dossier got', async () => {
    const first = await processing('same-file-1')
    const pdf = await signedResult(world, first)
    await finish(world, minh, first, [(await uploadResult(minh, first, pdf)).body])
    const second = await processing('same-file-2')
    const copied = await uploadResult(minh, second, pdf)
    const reasons = (await finish(world, minh, second, [copied.body])).body.reasons.map(({ code }: { code: string }) => code)
    expect(reasons).toEqual(expect.arrayContaining(['pdf-for-other-dossier', 'file-used-by-other-dossier']))
  })

  it.skipIf(skipped)('refuses a manifest of another dossier or of a key the agency does not have', async () => {
    const code = await processing('manifest')
    const result = await uploadResult(minh, code, await signedResult(world, code))
    expect((await finish(world, minh, code, [result.body], { dossier: 'H01.02-261123-9999' })).body.reasons[0].code).toBe('manifest-for-other-dossier')
    const stranger = await world.authority.issue({ commonName: 'Người lạ' })
    expect((await finish(world, minh, code, [result.body], { signer: stranger })).body.reasons[0].code).toBe('SIGNER_UNKNOWN')
  })

  it.skipIf(skipped)('stores no result whose signature is not the agency’s or whose bytes were changed', async () => {
    const code = await processing('bad-result')
    const stranger = await world.authority.issue({ commonName: 'Người lạ' })
    const foreign = await uploadResult(minh, code, await signedResult(world, code, { signer: stranger }))
    expect(foreign).toMatchObject({ status: 422, body: { type: 'urn:motcua:problem:result-refused', reasons: [{ code: 'SIGNER_NOT_OF_AGENCY' }] } })
    const pdf = await signedResult(world, code)
    const inText = Buffer.from(pdf).indexOf(') Tj') - 1
    pdf[inText] = (pdf[inText] ?? 0) ^ 1
    expect((await uploadResult(minh, code, pdf)).body.reasons.map(({ code: reason }: { code: string }) => reason)).toContain('DIGEST_MISMATCH')
  })

  it.skipIf(skipped)('refuses steps that are unsigned, backdated, for another dossier, out of order, or of a stranger', async () => {
    const code = await fileForGrandchild(lan, 'refusals')
    const stranger = await world.authority.issue({ commonName: 'Người lạ' })
    const type = async (change: Parameters<typeof step>[5]) => (await step(world, minh, code, 'receive', undefined, change)).body
    expect(await type({ signer: stranger })).toMatchObject({ type: 'urn:motcua:problem:signature-not-accepted', reasons: [{ code: 'SIGNER_UNKNOWN' }] })
    expect((await type({ dossier: 'H01.02-261123-9999' })).reasons[0].code).toBe('other-dossier')
    expect((await type({ at: '2026-11-23T08:00:00+07:00' })).reasons[0].code).toBe('time-not-now')
    expect((await type({ role: 'citizen' })).reasons[0].code).toBe('not-an-officer')
    expect((await type({ prev: 'a'.repeat(64) })).type).toBe('urn:motcua:problem:step-out-of-order')
    expect((await type({ state: 4 })).type).toBe('urn:motcua:problem:step-not-allowed')
    expect((await minh.post(`/v1/officer/dossiers/${code}/steps`, { step: 'a.b.c' })).status).toBe(403)
    expect((await step(world, minh, code, 'finish', { resultFiles: ['a'.repeat(64)] })).status).toBe(422)
    expect((await minh.get(`/v1/officer/dossiers/${code}`)).body.state).toBe(1)
  })

  it.skipIf(skipped)('takes one of two steps signed over the same last step', async () => {
    const code = await fileForGrandchild(lan, 'race')
    const { body } = await minh.get(`/v1/officer/dossiers/${code}`)
    const both = await Promise.all([
      minh.post(`/v1/officer/dossiers/${code}/steps`, { step: await signStep(world, body, 'receive') }),
      minh.post(`/v1/officer/dossiers/${code}/steps`, { step: await signStep(world, body, 'refuse', { reason: 'Không thuộc thẩm quyền' }) }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
  })

  it.skipIf(skipped)('takes exactly the steps that the life cycle takes, in whatever order they are tried', async () => {
    const data: Partial<Record<StepKind, JsonObject>> = {
      refuse: { reason: 'Không thuộc thẩm quyền' }, stop: { reason: 'Theo đề nghị' }, 'request-payment': { reason: 'Nộp phí' },
      'request-supplement': { documents: ['authorisation'], note: 'Chụp lại' },
    }
    const kinds = fc.array(fc.constantFrom<StepKind>('receive', 'refuse', 'request-supplement', 'process', 'request-payment', 'stop', 'return'), { minLength: 1, maxLength: 5 })
    await fc.assert(fc.asyncProperty(kinds, async (tried) => {
      const { code } = (await lan.post('/v1/dossiers', submissionForSelf())).body
      const at = new Date(world.time.now).toISOString()
      const filed = applyStep(newDossier({ code, documents: ['authorisation'], maxSupplementRequests: 1 }), { kind: 'submitted', at, by: { role: 'citizen' } })
      let model = filed.ok ? filed.dossier : expect.fail('The model refuses a submission')
      for (const kind of tried) {
        const asked = stepOf({ dossier: code, kind, at, by: { role: 'officer', name: 'x' }, state: 1, prev: '', ...(data[kind] === undefined ? {} : { data: data[kind] }) })
        const verdict = applyStep(model, asked ?? expect.fail('The step lacks its data'))
        const answer = await step(world, minh, code, kind, data[kind])
        expect([kind, answer.status]).toEqual([kind, verdict.ok ? 201 : 409])
        if (verdict.ok) model = verdict.dossier
        expect((await lan.get(`/v1/dossiers/${code}`)).body.state).toBe(model.state)
      }
    }), { numRuns: 8 })
  })

  it.skipIf(skipped)('keeps citizens and other agencies out', async () => {
    const code = await fileForGrandchild(lan, 'walls')
    expect((await lan.get('/v1/officer/dossiers')).body.type).toBe('urn:motcua:problem:officer-only')
    expect((await lan.get(`/v1/officer/dossiers/${code}`)).status).toBe(403)
    const stranger = await world.signIn(STRANGER_OFFICER)
    expect((await stranger.get('/v1/officer/dossiers')).body.dossiers).toEqual([])
    expect((await stranger.get(`/v1/officer/dossiers/${code}`)).body.type).toBe('urn:motcua:problem:not-your-agency')
  })

  it.skipIf(skipped)('shows the officer the answers and the bytes of the papers', async () => {
    const code = await fileForGrandchild(lan, 'bytes')
    const { body } = await minh.get(`/v1/officer/dossiers/${code}`)
    expect(body.answers.subject.fullName).toBe('Nguyễn Minh Khôi')
    const file = await minh.send(`/v1/officer/dossiers/${code}/attachments/${body.attachments[0].uploadId}`, {})
    expect(sha256(new Uint8Array(await file.arrayBuffer()))).toBe(body.attachments[0].sha256)
    expect(file.headers.get('Content-Disposition')).toContain('attachment')
  })

  it.skipIf(skipped)('answers with the members of the contract and no others, at every stage of a dossier', async () => {
    const faults: string[] = []
    const read = async (path: string) => (await world.request(path)).json()
    const judge = (name: string, body: Record<string, unknown>) => { faults.push(...faultsOf(name, body)) }
    judge('DefinitionIndex', await read('/definitions/index.json?on=2026-11-23'))
    for (const { path } of (await read('/definitions/index.json?on=2026-11-23')).definitions) judge('ServedDefinition', await read(`/definitions/${path}`))
    judge('Commune', await read('/v1/communes/30838'))
    judge('Trust', await read('/v1/trust'))
    judge('Person', (await lan.get('/v1/me')).body)
    judge('Acknowledgement', (await lan.post('/v1/dossiers', submissionForSelf())).body)

    const code = await fileForGrandchild(lan)
    const payment = (await lan.post(`/v1/dossiers/${code}/payments`)).body
    judge('PaymentRequest', payment)
    const at = new Date(world.time.now)
    const transfer = { transactionId: '5', bankReference: null, text: payment.reference, amountVnd: 16000, currency: 'VND', accountNumber: ACCOUNT.number, subAccount: null, at: at.toISOString() }
    await world.request('/v1/notifications/bank-webhook', { method: 'POST', ...(await signBankNotification({ secret: BANK_SECRET, transfer, at })) })
    judge('PaymentRequest', (await lan.get(`/v1/payments/${payment.id}`)).body)

    await step(world, minh, code, 'receive')
    judge('IntakeSlip', (await lan.get(`/v1/dossiers/${code}/intake-slip`)).body)
    await step(world, minh, code, 'process')
    await step(world, minh, code, 'request-supplement', { documents: ['authorisation'], note: 'Chụp lại' })
    judge('Dossier', (await lan.post(`/v1/dossiers/${code}/supplement`, { attachments: [await upload(lan, pdfBytes('again'))] })).body)
    judge('Problem', (await finish(world, minh, code, [])).body)
    const result = (await uploadResult(minh, code, await signedResult(world, code))).body
    judge('ResultFile', result)
    judge('OfficerDossier', (await finish(world, minh, code, [result])).body)

    const { body } = await lan.get(`/v1/dossiers/${code}`)
    judge('Dossier', body)
    for (const [name, part] of [['Fee', body.fee], ['PaymentRequest', body.payment], ['Supplement', body.supplement]]) judge(name, part)
    for (const part of body.steps) judge('Step', part)
    for (const part of body.attachments) judge('StoredFile', part)
    for (const part of body.results) judge('ResultFile', part)
    for (const part of (await lan.get('/v1/dossiers')).body.dossiers) judge('DossierSummary', part)
    for (const part of (await minh.get('/v1/officer/dossiers')).body.dossiers) judge('DossierSummary', part)
    expect(faults).toEqual([])
  })

  it.skipIf(skipped)('hands out no result that changed on disk', async () => {
    const code = await processing('damaged')
    const result = await uploadResult(minh, code, await signedResult(world, code))
    await finish(world, minh, code, [result.body])
    const folder = join(world.config.filesDir, 'results')
    const path = join(folder, (await readdir(folder)).find((name) => name === result.body.fileId) ?? '')
    const bytes = await readFile(path)
    bytes[10] = (bytes[10] ?? 0) ^ 1
    await writeFile(path, bytes)
    expect((await lan.get(`/v1/dossiers/${code}/results/${result.body.fileId}`)).status).toBe(500)
  })

  it.skipIf(skipped)('keeps personal data out of every log line', () => {
    const text = logText(world)
    expect(text.length).toBeGreaterThan(1000)
    for (const secret of [LAN.SoDinhDanh, LAN.HoVaTen, LAN.SoDienThoai, MINH.HoVaTen, 'Nguyễn Minh Khôi', 'bị mờ', lan.accessToken]) expect(text).not.toContain(secret)
  })
})
