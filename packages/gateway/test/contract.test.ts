import { readFileSync } from 'node:fs'
import { signBankNotification } from '@motcua/payments/testing'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { DATABASES, type TestDatabases } from './databases.ts'
import { finish, signedResult, step, uploadResult } from './desk.ts'
import { fileForGrandchild, pdfBytes, submissionForSelf, upload } from './filing.ts'
import { ACCOUNT, BANK_SECRET, LAN, MINH, createWorld, type Api, type World } from './world.ts'

interface Schema { $ref?: string; properties?: Record<string, unknown>; allOf?: Schema[] }
const contract: { components: { schemas: Record<string, Schema> } } = parse(readFileSync(new URL('../../../schemas/portal/openapi.yaml', import.meta.url), 'utf8'))

/** What the contract's schema says against a body, with members that the contract does not name. */
function faultsOf(name: string, body: Record<string, unknown>): string[] {
  const validate = validatorOf(name)
  const named = membersOf(contract.components.schemas[name] ?? {})
  const faults = validate(body) === true ? [] : (validate.errors ?? []).map((error) => `${name}${error.instancePath}: ${error.message}`)
  return [...faults, ...Object.keys(body).filter((member) => !named.includes(member)).map((member) => `${name}: ${member} is not in the contract`)]
}

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats(ajv)
ajv.addSchema({ $id: 'contract', ...contract })
const validators = new Map<string, ValidateFunction>()

function validatorOf(name: string): ValidateFunction {
  const known = validators.get(name) ?? ajv.compile({ $ref: `contract#/components/schemas/${name}` })
  validators.set(name, known)
  return known
}

function membersOf(schema: Schema): string[] {
  const target = schema.$ref === undefined ? schema : contract.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}
  return [...Object.keys(target.properties ?? {}), ...(target.allOf ?? []).flatMap(membersOf)]
}

describe.each(DATABASES)('answers on $database', ({ open, skipped }) => {
  let databases: TestDatabases
  let world: World
  let lan: Api
  let minh: Api

  beforeAll(async () => {
    if (skipped) return
    databases = await open()
    world = await createWorld(await databases.create())
    lan = await world.signIn(LAN)
    minh = await world.signIn(MINH)
  })
  afterAll(async () => {
    await world?.close()
    await databases?.close()
  })

  const read = async (path: string) => (await world.request(path)).json()

  it.skipIf(skipped)('have the members of the contract and no others, at every stage of a dossier', async () => {
    const faults: string[] = []
    const judge = (name: string, body: Record<string, unknown>) => { faults.push(...faultsOf(name, body)) }
    judge('DefinitionIndex', await read('/definitions/index.json?on=2026-11-23'))
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
})
