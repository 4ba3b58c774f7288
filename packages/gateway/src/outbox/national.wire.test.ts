import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readReply, readSession, toNationalTime, toProgressRecord, toWriteCall } from './national.wire.ts'

// Reply styles seen in public integrations of generation G1 (docs/wire-facts.md, “Transport with session” and “Observed sync
// behaviour”, C-B, checked 2026-10).
describe('reading a reply of the national portal', () => {
  it.each([
    ['a number', '{"error_code":0,"result":[]}', 'success'],
    ['one zero as text', '{"error_code":"0","message":"thành công"}', 'success'],
    ['two zeros as text', '{"error_code":"00"}', 'success'],
    ['plain text, as progress is answered', 'Cập nhật thành công', 'success'],
    ['plain text in decomposed letters', 'thành công'.normalize('NFD'), 'success'],
    ['a duplicate', '{"error_code":"-3","message":"Hồ sơ đã tồn tại"}', 'exists'],
    ['a duplicate under a success code', '{"error_code":"0","message":"Hồ sơ ĐÃ TỒN TẠI"}', 'exists'],
    ['a session that ran out', '{"error_code":"-1","message":"phiên không hợp lệ"}', 'session-expired'],
    ['any other code', '{"error_code":"-7","message":"lỗi"}', 'refused'],
    ['no code', '{"message":"ok"}', 'refused'],
    ['the page of a proxy', '<html>502 Bad Gateway</html>', 'refused'],
    ['a bare list', '[]', 'refused'],
  ])('takes %s', (_reason, text, kind) => {
    expect(readReply(text).kind).toBe(kind)
  })

  it('keeps nothing of a refusal but its code', () => {
    expect(readReply('{"error_code":"-7","message":"Nguyễn Thị Lan 091158000123"}')).toEqual({ kind: 'refused', errorCode: '-7' })
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => ['success', 'exists', 'session-expired', 'refused'].includes(readReply(text).kind)))
  })

  it.each([
    ['a session', { error_code: 0, session: 's' }, 's'],
    ['a refusal', { error_code: 1, message: 'sai tài khoản' }, undefined],
    ['an empty session', { error_code: '00', session: '' }, undefined],
    ['no object', 'session', undefined],
  ])('logs in with %s', (_reason, reply, session) => {
    expect(readSession(reply)).toBe(session)
  })
})

describe('writing for the national portal', () => {
  it('writes instants in Việt Nam as fourteen digits that read back to the second', () => {
    expect(toNationalTime(new Date('2026-12-31T23:30:00Z'))).toBe('20270101063000')
    expect(toNationalTime(null)).toBe('')
    fc.assert(fc.property(fc.date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true }), (instant) => {
      const [year, month, day, hour, minute, second] = toNationalTime(instant).match(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/)?.slice(1) ?? []
      expect(Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}+07:00`)).toBe(Math.floor(instant.getTime() / 1000) * 1000)
    }))
  })

  it('says True and False in words, and caps the officer at fifty characters', () => {
    expect(toWriteCall({ session: 's', unitCode: 'H01.02', service: 'dossier', isUpdating: true, data: [] })).toEqual({ session: 's', madonvi: 'H01.02', service: 'DongBoHoSoMC', isUpdating: 'True', data: [] })
    const record = toProgressRecord('H01.02-261123-0001', { officer: 'x'.repeat(80), at: new Date('2026-11-23T02:00:00Z'), what: 'Tiếp nhận hồ sơ', state: 2, unit: 'UBND' })
    expect(record).toMatchObject({ ThoiDiemXuLy: '20261123090000', TrangThai: '2' })
    expect(record.NguoiXuLy).toHaveLength(50)
  })
})
