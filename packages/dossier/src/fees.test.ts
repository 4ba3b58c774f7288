import { describe, expect, it } from 'vitest'
import type { FeeRule, Procedure } from '@motcua/schemas/definition'
import { computeFee } from './fees.ts'

const provenance = { source: 'Thông tư 281/2016/TT-BTC', checkedOn: '2026-07-18', confidence: 'CONFIRMED' } as const
const copy: FeeRule = { ...provenance, id: 'copy', kind: 'phi', name: { vi: 'Phí bản sao', en: 'Copy fee' }, amountVnd: { '*': [8000, { var: '/count' }] } }
const late: FeeRule = {
  ...provenance, id: 'late', kind: 'lePhi', name: { vi: 'Lệ phí đăng ký quá hạn', en: 'Late registration charge' }, amountVnd: null, parameter: 'lateBirth',
  exemptions: [
    { ...provenance, source: 'Luật Hộ tịch 60/2014/QH13, điều 11', id: 'poor-household', name: { vi: 'Hộ nghèo', en: 'Poor household' } },
    { ...provenance, source: 'Luật Hộ tịch 60/2014/QH13, điều 11', id: 'on-time', name: { vi: 'Đúng hạn', en: 'On time' }, appliesWhen: { '<=': [{ var: '/days' }, 60] } },
  ],
}
const on = '2026-11-23'
const procedure = (...fees: FeeRule[]): Pick<Procedure, 'slug' | 'fees'> => ({ slug: 'test', fees })

describe('computeFee', () => {
  // 8,000 đ for each copy of an extract: Thông tư 281/2016/TT-BTC (checked 2026-07-18, CONFIRMED).
  it.each([[1, 8_000], [2, 16_000], [5, 40_000]])('%i copies cost %i đ', (count, amountVnd) => {
    expect(computeFee(procedure(copy), { count }, { on })).toEqual({
      amountVnd, unknown: [], lines: [{ id: 'copy', kind: 'phi', name: copy.name, amountVnd, legalBasis: 'Thông tư 281/2016/TT-BTC' }],
    })
  })

  it('reports an amount the answers do not decide instead of taking zero', () => {
    expect(computeFee(procedure(copy), {}, { on })).toEqual({ amountVnd: 0, lines: [], unknown: [{ id: 'copy', reason: 'amount-unknown' }] })
  })

  it('never charges a negative or fractional amount', () => {
    expect(computeFee(procedure(copy), { count: -2 }, { on }).unknown).toEqual([{ id: 'copy', reason: 'amount-unknown' }])
    expect(computeFee(procedure(copy), { count: 1.5 }, { on }).lines).toEqual([])
  })

  it('names the provincial parameter that is missing or is no amount', () => {
    expect(computeFee(procedure(late), { days: 90 }, { on }).unknown).toEqual([{ id: 'late', reason: 'parameter-missing', parameter: 'lateBirth' }])
    expect(computeFee(procedure(late), { days: 90 }, { on, parameters: { lateBirth: 0.5 } }).unknown).toEqual([{ id: 'late', reason: 'parameter-invalid', parameter: 'lateBirth' }])
    expect(computeFee(procedure(late), { days: 90 }, { on, parameters: Object.create({ lateBirth: 8_000 }) as Record<string, number> }).unknown).toHaveLength(1)
  })

  it('takes the amount of the channel before the general one', () => {
    const parameters = { lateBirth: 8_000, 'lateBirth.online': 0 }
    expect(computeFee(procedure(late), { days: 90 }, { on, parameters, channel: 'online' }).amountVnd).toBe(0)
    expect(computeFee(procedure(late), { days: 90 }, { on, parameters, channel: 'direct' }).amountVnd).toBe(8_000)
  })

  it('keeps the legal basis of being free', () => {
    const { lines } = computeFee(procedure(late), { days: 60 }, { on })
    expect(lines).toMatchObject([{ amountVnd: 0, legalBasis: 'Luật Hộ tịch 60/2014/QH13, điều 11', exemption: 'on-time' }])
    expect(computeFee(procedure(late), { days: 90 }, { on, exemption: 'poor-household' }).lines).toMatchObject([{ amountVnd: 0, exemption: 'poor-household' }])
  })

  it('leaves out what does not apply and reports what cannot be decided', () => {
    const conditional: FeeRule = { ...copy, appliesWhen: { '==': [{ var: '/kind' }, 'birth'] } }
    expect(computeFee(procedure(conditional), { kind: 'death', count: 1 }, { on })).toEqual({ amountVnd: 0, lines: [], unknown: [] })
    expect(computeFee(procedure(conditional), { count: 1 }, { on }).unknown).toEqual([{ id: 'copy', reason: 'condition-unknown' }])
  })

  it('takes the reading of a tariff that the desk follows, with its own legal basis', () => {
    const reading: NonNullable<FeeRule['readings']>[number] = { id: 'other', name: copy.name, amountVnd: { '*': [1000, { var: '/count' }] }, source: 'Another source', checkedOn: '2026-11', confidence: 'INFERRED' }
    const disputed: FeeRule = { ...copy, readings: [reading] }
    expect(computeFee(procedure(disputed), { count: 2 }, { on }).amountVnd).toBe(16_000)
    expect(computeFee(procedure(disputed), { count: 2 }, { on, readings: { 'test.copy': 'other', 'another-procedure.copy': 'third' } }).lines).toMatchObject([{ amountVnd: 2_000, legalBasis: 'Another source' }])
    expect(() => computeFee(procedure(disputed), { count: 2 }, { on, readings: { 'test.copy': 'third' } })).toThrow(TypeError)
  })

  it('refuses an exemption the procedure does not have', () => {
    expect(() => computeFee(procedure(copy), { count: 1 }, { on, exemption: 'friend' })).toThrow(TypeError)
  })
})
