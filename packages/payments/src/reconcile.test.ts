import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ReceiptError } from './errors.ts'
import { issueReceipt } from './receipt.ts'
import { applyTransfer, CLERK_REASONS, closeRequest, isExpired, openRequest } from './reconcile.ts'
import type { Transfer } from './provider.ts'
import type { RequestLedger } from './reconcile.ts'

const opened = openRequest({ reference: 'H01308382611210007R01', amountVnd: 16_000, accountNumber: '0011012345678', expiresAt: '2026-11-22T10:00:00+07:00' })
const money = (changes: Partial<Transfer> = {}): Transfer => ({
  transactionId: 'T1', bankReference: null, text: 'CK H01308382611210007R01', amountVnd: 16_000, currency: 'VND', accountNumber: '0011012345678', subAccount: null, at: '2026-11-21T10:00:00+07:00', ...changes,
})
const applyAll = (transfers: readonly Transfer[], from: RequestLedger = opened) => transfers.reduce((request, transfer) => applyTransfer(request, transfer).request, from)

describe('applyTransfer', () => {
  it('is paid by the exact amount', () => {
    expect(applyTransfer(opened, money())).toMatchObject({ state: 'paid', recorded: true, reasons: ['counted'], request: { paidVnd: 16_000, refundDueVnd: 0 } })
  })

  it('does not change the ledger it was given', () => {
    const before = structuredClone(opened)
    applyTransfer(opened, money())
    expect(opened).toEqual(before)
  })

  it('adds up two transfers', () => {
    const first = applyTransfer(opened, money({ amountVnd: 10_000 }))
    expect(first).toMatchObject({ state: 'partial', reasons: ['counted', 'underpaid'] })
    expect(applyTransfer(first.request, money({ transactionId: 'T2', amountVnd: 6000, at: '2026-11-21T11:00:00+07:00' }))).toMatchObject({ state: 'paid', reasons: ['counted'] })
  })

  it('says how much is too much', () => {
    expect(applyTransfer(opened, money({ amountVnd: 20_000 }))).toMatchObject({ state: 'over', reasons: ['counted', 'overpaid'], request: { paidVnd: 20_000, refundDueVnd: 4000 } })
  })

  it.each<[string, Partial<Transfer>]>([
    ['the same transaction id', {}],
    ['another id, same bank reference, amount and instant', { transactionId: 'T9', bankReference: 'FT1' }],
    ['the same instant written in another zone', { transactionId: 'T9', bankReference: 'FT1', at: '2026-11-21T03:00:00Z' }],
  ])('takes %s for the same money', (_name, changes) => {
    const paid = applyTransfer(opened, money({ bankReference: 'FT1' })).request
    expect(applyTransfer(paid, money({ bankReference: 'FT1', ...changes }))).toEqual({ request: paid, state: 'paid', recorded: false, reasons: ['duplicate'] })
  })

  it('without a bank reference, takes the same text, amount and instant for the same money', () => {
    const paid = applyTransfer(opened, money()).request
    expect(applyTransfer(paid, money({ transactionId: 'T2' })).reasons).toEqual(['duplicate'])
    expect(applyTransfer(paid, money({ transactionId: 'T2', at: '2026-11-21T10:00:01+07:00' })).state).toBe('over')
  })

  it('takes another amount under the same bank reference and instant for other money', () => {
    const partial = applyTransfer(opened, money({ bankReference: 'FT1', amountVnd: 6000 })).request
    expect(applyTransfer(partial, money({ transactionId: 'T2', bankReference: 'FT1', amountVnd: 10_000 }))).toMatchObject({ state: 'paid', recorded: true })
  })

  it('leaves a known transaction id that tells another amount to a clerk', () => {
    const partial = applyTransfer(opened, money({ amountVnd: 1000 })).request
    const applied = applyTransfer(partial, money({ amountVnd: 16_000 }))
    expect(applied).toMatchObject({ request: partial, recorded: false, reasons: ['conflictingDuplicate'] })
    expect(CLERK_REASONS).toContain('conflictingDuplicate')
  })

  it.each<[string, Partial<Transfer>, string]>([
    ['another account', { accountNumber: '999' }, 'accountMismatch'],
    ['another currency', { currency: 'USD' }, 'currencyMismatch'],
    ['the reference of another dossier', { text: 'CK H01308382611210008R01' }, 'referenceMismatch'],
    ['no reference', { text: 'nop le phi' }, 'referenceMismatch'],
    ['an amount of zero', { amountVnd: 0 }, 'badAmount'],
    ['a fraction', { amountVnd: 0.5 }, 'badAmount'],
    ['an unreadable instant', { at: 'yesterday' }, 'badInstant'],
  ])('changes nothing for %s', (_name, changes, reason) => {
    expect(applyTransfer(opened, money(changes))).toEqual({ request: opened, state: 'pending', recorded: false, reasons: [reason] })
    expect(CLERK_REASONS).toContain(reason)
  })

  it('matches the virtual account of the request', () => {
    expect(applyTransfer({ ...opened, accountNumber: 'VQR1' }, money({ accountNumber: '0011012345678', subAccount: 'VQR1' })).state).toBe('paid')
  })

  it('gives late money back instead of counting it', () => {
    expect(applyTransfer(opened, money({ at: '2026-11-22T10:00:01+07:00' }))).toMatchObject({ state: 'refund-due', reasons: ['late'], request: { paidVnd: 0, refundDueVnd: 16_000 } })
    expect(applyTransfer(opened, money({ at: '2026-11-22T10:00:00+07:00' })).state).toBe('paid')
  })

  it('counts money that was booked in time and told late', () => {
    const late = applyTransfer(opened, money({ transactionId: 'T2', amountVnd: 500, at: '2026-11-23T10:00:00+07:00' })).request
    expect(applyTransfer(late, money())).toMatchObject({ state: 'over', request: { paidVnd: 16_000, refundDueVnd: 500 } })
  })

  it('gives money of a closed request back, whether it came before or after', () => {
    const closed = closeRequest(opened, '2026-11-21T09:00:00+07:00')
    expect(closed.state).toBe('pending')
    expect(applyTransfer(closed, money())).toMatchObject({ state: 'refund-due', reasons: ['closed'], request: { refundDueVnd: 16_000 } })
    expect(closeRequest(applyTransfer(opened, money()).request, '2026-11-21T12:00:00+07:00')).toMatchObject({ state: 'refund-due', refundDueVnd: 16_000 })
  })

  it('keeps the instant of the first closing', () => {
    const closed = closeRequest(opened, '2026-11-21T09:00:00+07:00')
    expect(closeRequest(closed, '2026-11-21T12:00:00+07:00')).toBe(closed)
  })

  it('expires only when nothing came', () => {
    const after = new Date('2026-11-22T10:00:01+07:00')
    expect(isExpired(opened, after)).toBe(true)
    expect(isExpired(opened, new Date('2026-11-22T10:00:00+07:00'))).toBe(false)
    expect(isExpired(applyTransfer(opened, money()).request, after)).toBe(false)
  })

  it('expires at once when its dossier ended before money came', () => {
    const closed = closeRequest(opened, '2026-11-21T09:00:00+07:00')
    expect(isExpired(closed, new Date('2026-11-21T09:00:01+07:00'))).toBe(true)
    expect(isExpired(applyTransfer(closed, money()).request, new Date('2026-11-21T12:00:00+07:00'))).toBe(false)
  })
})

describe('openRequest', () => {
  it.each([['a fee of zero', { amountVnd: 0 }], ['a fraction', { amountVnd: 1.5 }], ['no reference', { reference: '...' }], ['an unreadable expiry', { expiresAt: 'soon' }]])('refuses %s', (_name, changes) => {
    expect(() => openRequest({ ...opened, ...changes })).toThrow(RangeError)
  })
})

describe('any order and repetition of notifications', () => {
  const transfers = fc.uniqueArray(fc.record({ n: fc.integer({ min: 1, max: 1_000_000 }), amountVnd: fc.constantFrom(500, 6000, 8000, 10_000, 16_000), late: fc.boolean(), wrong: fc.constantFrom('', '', '', 'account', 'currency', 'text') }), { selector: ({ n }) => n, maxLength: 6 })
    .map((list) => list.map(({ n, amountVnd, late, wrong }, index) => money({
      transactionId: `T${n}`, bankReference: `FT${n}`, amountVnd, at: `2026-11-2${late ? 3 : 1}T10:0${index}:00+07:00`,
      ...(wrong === 'account' ? { accountNumber: '1' } : wrong === 'currency' ? { currency: 'USD' } : wrong === 'text' ? { text: 'x' } : {}),
    })))
  const shuffledWithRepeats = transfers.chain((list) => fc.tuple(fc.constant(list), fc.array(fc.nat(Math.max(0, list.length - 1)), { maxLength: 20 }), fc.shuffledSubarray(list, { minLength: list.length })))

  it('gives the same ledger', () => {
    fc.assert(fc.property(shuffledWithRepeats, ([list, repeats, shuffled]) => {
      const repeated = repeats.flatMap((index) => list[index] ?? [])
      expect(applyAll([...repeated, ...shuffled])).toEqual(applyAll(list))
      expect(applyAll([...list, ...repeated])).toEqual(applyAll(list))
    }), { numRuns: 500 })
  })

  it('gives the same ledger wherever closing falls among them', () => {
    fc.assert(fc.property(transfers, fc.nat(6), (list, position) => {
      const closedAt = '2026-11-21T12:00:00+07:00'
      const halfway = applyAll(list.slice(position), closeRequest(applyAll(list.slice(0, position)), closedAt))
      expect(halfway).toEqual(closeRequest(applyAll(list), closedAt))
    }))
  })

  it('loses and invents no đồng, and is paid exactly when enough came in time', () => {
    fc.assert(fc.property(transfers, (list) => {
      const ledger = applyAll(list)
      const right = list.filter((transfer) => transfer.accountNumber === opened.accountNumber && transfer.currency === 'VND' && transfer.text !== 'x')
      const inTime = right.filter((transfer) => transfer.at < '2026-11-22').reduce((sum, { amountVnd }) => sum + amountVnd, 0)
      const total = right.reduce((sum, { amountVnd }) => sum + amountVnd, 0)
      expect(ledger.paidVnd).toBe(inTime)
      expect(ledger.state === 'paid' || ledger.state === 'over').toBe(inTime >= opened.amountVnd)
      expect(ledger.state === 'over').toBe(inTime >= opened.amountVnd && total > opened.amountVnd)
      expect(ledger.refundDueVnd).toBe(inTime >= opened.amountVnd ? total - opened.amountVnd : total - inTime)
      expect(ledger.transfers).toHaveLength(right.length)
    }), { numRuns: 500 })
  })

  it('never takes back that it is paid', () => {
    fc.assert(fc.property(transfers, (list) => {
      let ledger = opened
      let wasPaid = false
      for (const transfer of list) {
        ledger = applyTransfer(ledger, transfer).request
        const isPaid = ledger.state === 'paid' || ledger.state === 'over'
        expect(wasPaid && !isPaid).toBe(false)
        wasPaid = isPaid
      }
    }))
  })
})

describe('issueReceipt', () => {
  const paid = applyTransfer(opened, money()).request
  const options = { number: '0000123', issuedAt: '2026-11-21T10:01:00+07:00', payer: 'Nguyễn Văn A', lines: [{ id: 'copy', kind: 'phi' as const, name: 'Phí bản sao', amountVnd: 16_000 }] }

  it('names the operator’s number, what was owed, the payer and the transactions', () => {
    expect(issueReceipt(paid, options)).toEqual({ ...options, amountVnd: 16_000, transactionIds: ['T1'] })
  })

  it('leaves what was paid too much off the receipt', () => {
    expect(issueReceipt(applyTransfer(opened, money({ amountVnd: 20_000 })).request, options).amountVnd).toBe(16_000)
  })

  it.each([
    ['a request that is not paid', opened, options, 'notPaid'],
    ['a partial payment', applyTransfer(opened, money({ amountVnd: 1 })).request, options, 'notPaid'],
    ['lines that do not add up', paid, { ...options, lines: [{ ...options.lines[0], id: 'copy', kind: 'phi' as const, name: 'x', amountVnd: 8000 }] }, 'totalMismatch'],
    ['a negative line', paid, { ...options, lines: [{ id: 'a', kind: 'phi' as const, name: 'x', amountVnd: 17_000 }, { id: 'b', kind: 'phi' as const, name: 'y', amountVnd: -1000 }] }, 'nothingOwed'],
    ['no number', paid, { ...options, number: ' ' }, 'noNumber'],
  ])('refuses %s', (_name, request, given, reason) => {
    expect(() => issueReceipt(request, given)).toThrow(ReceiptError)
    expect(() => issueReceipt(request, given)).toThrow(expect.objectContaining({ reason }))
  })
})
