import { SERVICE_QUALITY } from '@motcua/schemas/reference'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, type Connection } from '../src/database/connect.ts'
import { migrate } from '../src/database/migrate.ts'
import { countMonths } from '../src/statistics/count-months.ts'
import { COUNTS, percentOf, type CountName } from '../src/statistics/counts.ts'
import { addMonths, isMonth, monthOf, spanOf } from '../src/statistics/months.ts'
import { DATABASES, type TestDatabases } from './databases.ts'
import { AGENCY, anyHistory, forgetHistories, keepHistories, type History } from './histories.ts'

const MONTHS = ['2026-08', '2026-09', '2026-10', '2026-11']
const SPANS = MONTHS.map(spanOf)
const scale = SERVICE_QUALITY.ratingScale
const RUNS = process.env.MOTCUA_CONFORMANCE === 'full' ? 400 : 60

/** The rules of the index once more, dossier by dossier and without a database. */
function naive(histories: readonly History[], month: string) {
  const { startsAt, endsAt } = spanOf(month)
  const [from, to] = [startsAt.getTime(), endsAt.getTime()]
  const counts: Partial<Record<CountName, number>> = {}
  const shares = { onTime: [0, 0], paidOnline: [0, 0], digitised: [0, 0], satisfied: [0, 0] }
  const add = (name: CountName): void => { counts[name] = (counts[name] ?? 0) + 1 }
  for (const { steps, feeVnd, papers, released, rating } of histories) {
    if (rating && rating.at >= from && rating.at < to) {
      shares.satisfied[1] = (shares.satisfied[1] ?? 0) + 1
      if (rating.level === 'very-satisfied') shares.satisfied[0] = (shares.satisfied[0] ?? 0) + 1
    }
    const timeOf = (...kinds: string[]): number | undefined => steps.find(({ kind }) => kinds.includes(kind))?.at
    const received = timeOf('receive')
    const solved = timeOf('finish', 'return')
    const end = solved ?? timeOf('stop', 'withdrawn')
    if (received === undefined || received >= to || (end !== undefined && end < from)) continue
    const known = steps.filter(({ at }) => at < to)
    const { state, dueAt } = known.at(-1) ?? { state: 0, dueAt: null }
    const requests = known.filter(({ kind }) => kind === 'request-supplement')
    const ended = end !== undefined && end < to
    const judgedAt = ended ? end : state === 5 ? requests.at(-1)?.at ?? 0 : state === 6 ? known.filter(({ kind }) => kind === 'request-payment').at(-1)?.at ?? 0 : to
    const verdict = requests.length > 1 ? 'late' : dueAt === null ? 'undated' : judgedAt <= dueAt ? 'on time' : 'late'
    add(received >= from ? 'receivedNew' : 'carriedOver')
    if (received >= from) add('online')
    if (ended && solved !== undefined) add(verdict === 'late' ? 'solvedLate' : verdict === 'undated' ? 'solvedUndated' : 'solvedOnTime')
    else if (ended) add(timeOf('stop') === undefined ? 'withdrawn' : 'stopped')
    else if (state === 5) add('waitingSupplement')
    else if (state === 6) add('waitingPayment')
    else add(verdict === 'late' ? 'pendingLate' : verdict === 'undated' ? 'pendingUndated' : 'pendingInTime')
    const share = (name: 'onTime' | 'paidOnline' | 'digitised', counted: boolean): void => {
      shares[name][1] = (shares[name][1] ?? 0) + 1
      if (counted) shares[name][0] = (shares[name][0] ?? 0) + 1
    }
    if (verdict !== 'undated') share('onTime', verdict === 'on time')
    if (received >= from && feeVnd > 0) share('paidOnline', known.some(({ kind }) => kind === 'paid'))
    if (ended && solved !== undefined && papers) share('digitised', released)
  }
  return { counts, shares }
}

describe.each(DATABASES)('counting months on $database', ({ open, skipped }) => {
  let databases: TestDatabases
  let connection: Connection
  beforeAll(async () => {
    if (skipped) return
    databases = await open()
    connection = await connect(await databases.create())
    await migrate(connection.db)
  })
  afterAll(async () => {
    await connection?.close()
    await databases?.close()
  })

  it.skipIf(skipped)('agrees with a naive count of any histories, and every dossier is in one place', async () => {
    await fc.assert(fc.asyncProperty(fc.array(anyHistory, { minLength: 1, maxLength: 12 }), async (histories) => {
      await forgetHistories(connection.db)
      await keepHistories(connection.db, histories)
      const counted = await countMonths(connection.db, { agencyCode: AGENCY, spans: SPANS, scale })
      for (const month of MONTHS) {
        const { counts = {}, shares = {} } = counted.get(month) ?? {}
        const expected = naive(histories, month)
        const measured = COUNTS.filter((name) => counts[name] !== undefined)
        expect([month, Object.fromEntries(measured.map((name) => [name, counts[name]]))]).toEqual([month, Object.fromEntries(measured.map((name) => [name, expected.counts[name] ?? 0]))])
        expect([month, Object.fromEntries(Object.entries(shares).map(([name, { numerator, denominator }]) => [name, [numerator, denominator]]))]).toEqual([month, expected.shares])
        const sum = (...names: CountName[]): number => names.reduce((total, name) => total + (counts[name] ?? 0), 0)
        const open = ['pendingInTime', 'pendingLate', 'pendingUndated', 'waitingSupplement', 'waitingPayment'] as const
        expect(sum('receivedNew', 'carriedOver')).toBe(sum('solvedOnTime', 'solvedLate', 'solvedUndated', 'stopped', 'withdrawn', ...open))
        expect(counted.get(addMonths(month, 1))?.counts.carriedOver ?? sum(...open)).toBe(sum(...open))
      }
    }), { numRuns: RUNS })
  })

  it.skipIf(skipped)('counts nothing of another agency, and refuses to change what was said', async () => {
    const counted = await countMonths(connection.db, { agencyCode: 'H99.99', spans: SPANS, scale })
    expect(Object.values(counted.get('2026-10')?.counts ?? {}).every((value) => value === 0)).toBe(true)
    await connection.db.insertInto('feedback').values({ code: 'F', agency_code: AGENCY, owner_subject: 'a', owner_name: 'A', kind: 'complaint', state: 'received', received_at: new Date('2026-10-05T09:00:00+07:00'), handle_by: new Date('2026-10-26T17:00:00+07:00'), act_count: 1 }).execute()
    await connection.db.insertInto('feedback_acts').values({ feedback_code: 'F', seq: 1, kind: 'sent', at: new Date('2026-10-05T09:00:00+07:00'), by_role: 'citizen', by_name: 'A', words: 'x' }).execute()
    await expect(connection.db.updateTable('feedback_acts').set({ words: 'y' }).execute()).rejects.toThrow('append-only')
    await expect(connection.db.deleteFrom('feedback_acts').execute()).rejects.toThrow('append-only')
    const of = async (month: string) => (await countMonths(connection.db, { agencyCode: AGENCY, spans: [spanOf(month)], scale })).get(month)?.counts
    expect(await of('2026-10')).toMatchObject({ feedbackReceived: 1, feedbackOpen: 0, feedbackOpenLate: 1, feedbackInTime: 0 })
    await connection.db.updateTable('feedback').set({ state: 'answered', handled_at: new Date('2026-11-02T09:00:00+07:00') }).execute()
    expect(await of('2026-10')).toMatchObject({ feedbackReceived: 1, feedbackOpenLate: 1, feedbackLate: 0 })
    expect(await of('2026-11')).toMatchObject({ feedbackReceived: 0, feedbackOpenLate: 0, feedbackLate: 1 })
    expect(await of('2026-12')).toMatchObject({ feedbackReceived: 0, feedbackLate: 0 })
  })
})

describe('months and shares', () => {
  it('turn over at midnight in Việt Nam, and at the end of a year', () => {
    expect([monthOf(new Date('2026-11-30T16:59:59Z')), monthOf(new Date('2026-11-30T17:00:00Z'))]).toEqual(['2026-11', '2026-12'])
    expect([addMonths('2026-01', -1), addMonths('2026-12', 1), addMonths('2026-06', -18)]).toEqual(['2025-12', '2027-01', '2024-12'])
    expect(['2026-00', '2026-13', '26-01', '2026-1', '2026-01-01'].filter(isMonth)).toEqual([])
  })

  it('follow one another without a gap', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 900 }), (count) => {
      const month = addMonths('2001-01', count)
      expect(isMonth(month)).toBe(true)
      expect(addMonths(month, -count)).toBe('2001-01')
      expect(spanOf(month).endsAt).toEqual(spanOf(addMonths(month, 1)).startsAt)
    }))
  })

  it.each([[21_028, 22_754, 92.41], [1, 3, 33.33], [1, 8, 12.5], [1, 16, 6.25], [1, 32, 3.13], [0, 0, null], [0, 7, 0]])('%i of %i are %s %%', (numerator, denominator, percent) => {
    expect(percentOf({ numerator, denominator })).toBe(percent)
  })
})
