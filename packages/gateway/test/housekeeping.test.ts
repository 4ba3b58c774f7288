import { mkdtempSync, rmSync } from 'node:fs'
import { stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, type Connection } from '../src/database/connect.ts'
import { migrate } from '../src/database/migrate.ts'
import { GatewayMigrationError } from '../src/index.ts'
import { tidyFeedback } from '../src/feedback/tidy.ts'
import { tidy } from '../src/housekeeping.ts'
import { createFileStorage } from '../src/uploads/storage.ts'
import { DATABASES, type TestDatabases } from './databases.ts'
import { MONDAY_0900, createConfig } from './world.ts'

const LAST_WEEK = new Date(MONDAY_0900 - 8 * 86_400_000)
const AN_HOUR_AGO = new Date(MONDAY_0900 - 3_600_000)

describe.each(DATABASES)('the tables on $database', ({ open, skipped }) => {
  let databases: TestDatabases
  let connection: Connection
  const filesDir = mkdtempSync(join(tmpdir(), 'motcua-tidy-'))

  beforeAll(async () => {
    if (skipped) return
    databases = await open()
    connection = await connect(await databases.createEmpty())
    await migrate(connection.db)
  })
  afterAll(async () => {
    await connection?.close()
    await databases?.close()
    rmSync(filesDir, { recursive: true, force: true })
  })

  it.skipIf(skipped)('lose what has had its time, and keep the rest', async () => {
    const { db } = connection
    const files = await createFileStorage(filesDir)
    const person = JSON.stringify({ subject: 's', fullName: 'x', birthDate: '', personalId: '', assuranceLevel: 1 })
    const upload = { owner: 's', commune: '30838', slug: 'extract-copy', document_id: 'authorisation', name: 'a.pdf', declared_type: 'application/pdf', size: 3, status: 'open' as const }
    const [old, fresh] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
    for (const [id, created] of [[old, LAST_WEEK], [fresh, AN_HOUR_AGO]] as const) {
      await db.insertInto('uploads').values({ ...upload, id, created_at: created }).execute()
      await writeFile(join(filesDir, 'uploads', id), 'abc')
      await db.insertInto('sessions').values({ token_hash: id, subject: 's', person, expires_at: created, created_at: created, looked_up: '{"a":{"/requester/birthDate":"1958-03-08"}}' }).execute()
      await db.insertInto('one_time_codes').values({ code_hash: id, page_challenge: '', person, expires_at: created }).execute()
      await db.insertInto('prefill_requests').values({ id, subject: 's', commune: '30838', slug: 'extract-copy', procedure_code: '2.000635', purpose: 'prefill', sources: '[]', facts: '[]', asked_at: created }).execute()
    }
    const lookUps = async () => (await db.selectFrom('prefill_requests').select('id').orderBy('id').execute()).map(({ id }) => id)
    const { config } = await createConfig({ dataDir: 'memory://' })
    const limits = { uploadHours: 168, idempotencyHours: 8760, appointmentDays: 30, prefillRecordDays: Number.POSITIVE_INFINITY }
    await tidy({ db, files, clock: () => new Date(MONDAY_0900), limits, config })
    expect(await lookUps()).toEqual([old, fresh])
    await tidy({ db, files, clock: () => new Date(MONDAY_0900), limits: { ...limits, prefillRecordDays: 7 }, config })
    expect(await lookUps()).toEqual([fresh])
    expect((await db.selectFrom('uploads').select('id').execute()).map(({ id }) => id)).toEqual([fresh])
    expect((await db.selectFrom('sessions').select('token_hash').execute()).map(({ token_hash: hash }) => hash)).toEqual([fresh])
    expect(await db.selectFrom('sessions').select('looked_up').execute()).toEqual([{ looked_up: {} }])
    expect(await db.selectFrom('one_time_codes').selectAll().execute()).toEqual([])
    await expect(stat(join(filesDir, 'uploads', old))).rejects.toThrow(/ENOENT/)
    expect((await stat(join(filesDir, 'uploads', fresh))).size).toBe(3)
  })

  it.skipIf(skipped)('give up who sent a feedback and its history together, once the operator’s time is over, and never one alone', async () => {
    const { db } = connection
    const feedback = (code: string, handled: Date | null) => ({ code, agency_code: 'H01.02', owner_subject: 's', owner_name: 'Nguyễn Thị Lan', kind: 'complaint' as const, state: 'received' as const, received_at: LAST_WEEK, handled_at: handled, act_count: 1 })
    for (const [code, handled] of [['old', LAST_WEEK], ['fresh', AN_HOUR_AGO], ['open', null]] as const) {
      await db.insertInto('feedback').values(feedback(code, handled)).execute()
      await db.insertInto('feedback_acts').values({ feedback_code: code, seq: 1, kind: 'sent', at: LAST_WEEK, by_role: 'citizen', by_name: 'Nguyễn Thị Lan', words: 'Chờ lâu' }).execute()
    }
    const { config } = await createConfig({ dataDir: 'memory://' })
    const clock = () => new Date(MONDAY_0900)
    const kept = async () => (await db.selectFrom('feedback_acts').select('feedback_code').orderBy('feedback_code').execute()).map((row) => row.feedback_code)
    await tidyFeedback({ db, clock, config })
    expect(await kept()).toEqual(['fresh', 'old', 'open'])
    await tidyFeedback({ db, clock, config: { ...config, feedback: { keptDays: 7 } } })
    expect(await kept()).toEqual(['fresh', 'open'])
    expect(await db.selectFrom('feedback').select(['owner_subject', 'owner_name', 'handled_at']).where('code', '=', 'old').execute()).toEqual([{ owner_subject: '', owner_name: '', handled_at: LAST_WEEK }])
    const appendOnly = /append-only/
    await expect(db.deleteFrom('feedback_acts').where('feedback_code', '=', 'fresh').execute()).rejects.toThrow(appendOnly)
    await expect(db.updateTable('feedback_acts').set({ words: 'x' }).where('feedback_code', '=', 'fresh').execute()).rejects.toThrow(appendOnly)
    await expect(db.updateTable('feedback').set({ erased_at: clock() }).where('code', '=', 'fresh').execute()).rejects.toThrow(/feedback_erased_whole/)
  })

  it.skipIf(skipped)('are migrated once, and refuse a release that is older than they are', async () => {
    await migrate(connection.db)
    await sql`insert into gateway_migrations (id) values ('9999-future')`.execute(connection.db)
    await expect(migrate(connection.db)).rejects.toThrow(GatewayMigrationError)
  })
})
