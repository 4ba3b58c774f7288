import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { POPULATION_FACTS } from './population.ts'
import { createPopulationLookUp, readLookUp, toLookUpCall } from './population.wire.ts'

const ASKED = { personalId: '091158000123', fullName: 'Nguyễn Thị Hoa', facts: POPULATION_FACTS }
const NAMED = { SoDinhDanh: '091158000123', HoVaTen: { Ho: 'Nguyễn', ChuDem: 'Thị', Ten: 'Hoa' } }
const HOME = { MaTinhThanh: '91', MaQuanHuyen: '', MaPhuongXa: '30838', ChiTiet: 'Số 12', QuocGia: 'VN' }

describe('the call', () => {
  it('has the names and the lengths of the REST variant, the name in capitals', () => {
    expect(toLookUpCall({ requestId: 'r'.repeat(60), procedureCode: '2.000635', agencyCode: 'H99.30.38', birthDate: '1958-03-08', ...ASKED }, { integrationCode: '037', officerId: 'thu' })).toEqual({
      maYeuCau: 'r'.repeat(40), maDVC: '2.000635', maTichHop: '037', maDonVi: 'H99.30.38', maCanBo: 'thu', soDinhDanh: '091158000123', hoVaTen: 'NGUYỄN THỊ HOA', ngayThangNam: '1958-03-08',
    })
  })

  it.each([['1958-03', '1958'], ['1958', '1958'], ['', '']])('sends of the birth date "%s" what the service takes: "%s"', (birthDate, sent) => {
    expect(toLookUpCall({ requestId: 'r', procedureCode: 'p', agencyCode: 'a', birthDate, ...ASKED }, { integrationCode: '037', officerId: 'thu' }).ngayThangNam).toBe(sent)
  })
})

describe('the connection', () => {
  it('is refused with what the service has no room for, since a look-up goes under one officer’s whole id', () => {
    const given = { url: 'https://tich-hop.example/tra-cuu', integrationCode: '037', officerId: 'can-bo-01' }
    expect(() => createPopulationLookUp(given)).not.toThrow()
    const readable = { ...given, url: 'http://tich-hop.example/tra-cuu' }
    expect(() => createPopulationLookUp(readable)).toThrow(expect.objectContaining({ items: [expect.stringContaining('http is refused unless allowInsecureRequests')] }))
    expect(() => createPopulationLookUp({ ...readable, allowInsecureRequests: true })).not.toThrow()
    expect(() => createPopulationLookUp({ url: 'tich-hop', integrationCode: 'abc', officerId: 'a'.repeat(21) })).toThrow(expect.objectContaining({
      code: 'ERR_GATEWAY_CONFIG', items: [expect.stringContaining('.url'), expect.stringContaining('.integrationCode'), expect.stringContaining('.officerId')],
    }))
  })
})

describe('the answer', () => {
  it.each([['at the top', (record: object) => record], ['under data', (record: object) => ({ data: record })], ['under result', (record: object) => ({ result: record })]])('is read %s', (_, wrap) => {
    expect(readLookUp(wrap({ ...NAMED, GioiTinh: 'Nữ', NgayThangNamSinh: { Nam: '1958', NgayThangNam: '1958-03-08' }, ThuongTru: HOME }), ASKED)).toEqual({
      kind: 'found', record: { personalId: '091158000123', fullName: 'Nguyễn Thị Hoa', birthDate: '1958-03-08', sex: 'female', permanentResidence: { province: '91', commune: '30838', detail: 'Số 12' } },
    })
  })

  it.each<[string, object, object]>([
    ['a year alone', { NgayThangNamSinh: { Nam: '1958', NgayThangNam: '' } }, { birthDate: '1958' }],
    ['an unknown code of sex', { GioiTinh: '9' }, {}],
    ['a sex that is no word', { GioiTinh: { toString: '1', valueOf: '1' } }, {}],
    ['an address abroad', { ThuongTru: { ...HOME, QuocGia: 'Lào' } }, {}],
    ['an address without a commune', { ThuongTru: { ...HOME, MaPhuongXa: '' } }, {}],
    ['a date of another layout', { NgayThangNamSinh: '08/03/1958' }, {}],
  ])('takes of %s no more than it understands', (_, part, expected) => {
    expect(readLookUp({ ...NAMED, ...part }, ASKED)).toEqual({ kind: 'found', record: { personalId: '091158000123', fullName: 'Nguyễn Thị Hoa', ...expected } })
  })

  it.each([
    ['another number', { ...NAMED, SoDinhDanh: '091158000124' }, 'mismatch'], ['another name', { ...NAMED, HoVaTen: 'Nguyễn Thị Hòa' }, 'mismatch'],
    ['no name', { SoDinhDanh: '091158000123' }, 'mismatch'], ['nothing', {}, 'not-found'], ['no object', 'không tìm thấy', 'not-found'],
  ])('with %s is no record of this person', (_, value, kind) => {
    expect(readLookUp(value, ASKED)).toEqual({ kind })
  })

  it('never holds what was not asked for, whatever comes', () => {
    const part = fc.oneof(fc.constantFrom('Nam', '1958', '91', 'VN', ''), fc.jsonValue())
    const wire = fc.record({ GioiTinh: part, NgayThangNamSinh: part, ThuongTru: fc.oneof(fc.constant(HOME), part), TonGiao: part, Cha: part, SoSoHoKhau: part }, { requiredKeys: [] })
    fc.assert(fc.property(wire, fc.subarray([...POPULATION_FACTS]), (record, facts) => {
      const answer = readLookUp({ ...NAMED, ...record }, { ...ASKED, facts })
      const given = answer.kind === 'found' ? Object.keys(answer.record) : []
      expect(given.filter((fact) => fact !== 'personalId' && fact !== 'fullName' && !facts.some((one) => one === fact))).toEqual([])
    }))
  })
})
