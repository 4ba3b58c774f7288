import { todayInVietnam } from '@motcua/core/dates'
import type { Transaction } from 'kysely'
import type { Database } from '../database/schema.ts'

/** Next number of a counter that starts again every day. The row stays locked until the transaction ends, so none is given twice. */
export async function nextNumber(trx: Transaction<Database>, scope: string, day: string): Promise<number> {
  const row = await trx.insertInto('counters').values({ scope, day, value: 1 })
    .onConflict((conflict) => conflict.columns(['scope', 'day']).doUpdateSet((eb) => ({ value: eb('counters.value', '+', 1) })))
    .returning('value').executeTakeFirstOrThrow()
  return row.value
}

/**
 * Reserves a dossier code (mã hồ sơ): `<agency>-<yyMMdd>-<order of the day, at least four digits>`.
 * Thông tư 01/2018/TT-VPCP art. 19 for the shape, 2026 practice for the new agency codes (checked 2026-10);
 * the wording of Thông tư 03/2025 on it is UNKNOWN.
 */
export async function reserveDossierCode(trx: Transaction<Database>, agencyCode: string, now: Date): Promise<string> {
  const day = todayInVietnam(now)
  const number = await nextNumber(trx, `dossier:${agencyCode}`, day)
  return `${agencyCode}-${day.slice(2).replaceAll('-', '')}-${String(number).padStart(4, '0')}`
}
