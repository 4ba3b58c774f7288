import { createHash } from 'node:crypto'
import type { FormDefinition } from '@motcua/schemas/definition'
import { definition as extract } from '@motcua/schemas/extract-copy'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDefinitionSource } from '../src/definitions/source.ts'
import { createGateway, GatewayConfigError } from '../src/index.ts'
import { DATABASES, type TestDatabases } from './databases.ts'
import { EXTRACT, answersOf, submissionForSelf } from './filing.ts'
import { COMMUNE, LAN, createConfig, createWorld, type World } from './world.ts'

/** The extract copy as if its tariff could be read in a second way; the figures are of this test only. */
const twoReadings: FormDefinition = structuredClone(extract)
const [fee] = twoReadings.procedure.fees
if (fee === undefined) throw new Error('the extract copy has a fee')
fee.readings = [{ id: 'second-reading', name: { vi: 'Cách tính thử', en: 'A reading for this test' }, amountVnd: { '*': [5_000, { var: '/count' }] }, source: 'Quyết định thử nghiệm', checkedOn: '2026-11', confidence: 'INFERRED' }]
const OTHER_COMMUNE = '30292'
const FEE = `extract-copy.${fee.id}`
const bytes = new TextEncoder().encode(JSON.stringify(twoReadings))
const sha256 = createHash('sha256').update(bytes).digest('hex')
const definitions = createDefinitionSource([{ ...EXTRACT, sha256 }], () => bytes)

describe.each(DATABASES)('the reading of a tariff a desk follows, on $database', ({ open, skipped }) => {
  let databases: TestDatabases
  let world: World

  beforeAll(async () => {
    if (skipped) return
    databases = await open()
    const { config: { agencies: [agency], filesDir, database }, parts } = await createConfig(await databases.create(), { config: { definitions } })
    if (agency === undefined) throw new Error('the test configuration has an agency')
    const agencies = [{ ...agency, feeReadings: {} }, { ...agency, agencyCode: 'H01.03', communeCode: OTHER_COMMUNE, feeReadings: { [FEE]: 'second-reading' } }]
    world = await createWorld(database, { parts, filesDir, config: { definitions, agencies } })
  })
  afterAll(async () => {
    await world?.close()
    await databases?.close()
  })

  it.skipIf(skipped).each([
    { reading: 'none', commune: COMMUNE, amountVnd: 16_000 },
    { reading: 'the second', commune: OTHER_COMMUNE, amountVnd: 10_000 },
  ])('makes two copies cost $amountVnd đồng where $reading is chosen', async ({ commune, amountVnd }) => {
    const lan = await world.signIn(LAN)
    const submission = submissionForSelf({ commune, procedure: { slug: 'extract-copy', effectiveFrom: EXTRACT.effectiveFrom, sha256 }, answers: { ...answersOf('self'), count: 2 } })
    expect(await lan.post('/v1/dossiers', submission)).toMatchObject({ status: 201, body: { fee: { amountVnd } } })
  })
})

describe('a reading that a tariff does not have', () => {
  it.each([
    { key: FEE, reading: 'third-reading', expected: 'one of second-reading' },
    { key: 'extract-copy.no-such-fee', reading: 'second-reading', expected: 'a fee that has readings, written <slug>.<fee id>' },
    { key: 'fortune-telling.fee', reading: 'second-reading', expected: 'a fee that has readings, written <slug>.<fee id>' },
  ])('keeps a gateway from starting: $key read as $reading', async ({ key, reading, expected }) => {
    // Refused before a database is opened.
    const { config } = await createConfig({ dataDir: '/nowhere' }, { config: { definitions } })
    const refusal = createGateway({ ...config, agencies: config.agencies.map((agency) => ({ ...agency, feeReadings: { [key]: reading } })) })
    await expect(refusal).rejects.toThrow(GatewayConfigError)
    await expect(refusal).rejects.toMatchObject({ items: [`agencies[30838].feeReadings["${key}"]: expected ${expected}; got "${reading}"`] })
  })
})
