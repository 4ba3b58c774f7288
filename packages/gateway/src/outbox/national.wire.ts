import { isObject } from '../http/body.ts'

/** Everything of a dossier that the G1 record carries; the gateway's own words. */
export interface NationalDossier {
  code: string
  procedureCode: string
  procedureName: string
  sectorName: string
  ownerName: string
  ownerPersonalId: string
  ownerAccount: string
  ownerPhone: string
  ownerEmail: string
  assuranceLevel: number
  agencyName: string
  state: number
  submittedAt: Date
  receivedAt: Date | null
  dueAt: Date | null
  endedAt: Date | null
  returnedAt: Date | null
  refusedAt: Date | null
  isPaidOnline: boolean
  fees: Array<{ id: string; name: string; kind: 'phi' | 'lePhi' | undefined; amountVnd: number }>
  documents: Array<{ uploadId: string; name: string; componentId: string }>
  supplement: { requestedAt: Date; note: string; requestedBy: string; answeredAt: Date | null } | null
  results: Array<{ fileId: string; name: string }>
}

export interface NationalStep { officer: string; at: Date; what: string; state: number; unit: string }

/** Names of the G1 write services by what they carry (docs/wire-facts.md, “Services by what they carry”, C-B, checked 2026-10). */
export const NATIONAL_SERVICES = { dossier: 'DongBoHoSoMC', progress: 'CapNhatTienDoHoSoMC' } as const
export type NationalService = keyof typeof NATIONAL_SERVICES

/**
 * Record of `DongBoHoSoMC` (G1; docs/wire-facts.md, “Dossier record”, C-B, checked 2026-10). Every value is text, an absent one
 * the empty string. Files go by address; how the portal authenticates there is UNKNOWN, so no address is given until the
 * operator has one. Who helped the applicant at the counter (`assistedBy`) is not sent: neither generation's record is known to
 * have a field for it (docs/wire-facts.md, “Dossier record” and “Six-step REST”, checked 2026-10; UNKNOWN), and a note in a
 * free-text field would be read by whoever reads that field. It stays here, under the seal of the first step.
 */
export function toDossierRecord(dossier: NationalDossier): Record<string, unknown> {
  return {
    MaHoSo: dossier.code,
    MaTTHC: dossier.procedureCode,
    TenTTHC: dossier.procedureName,
    MaLinhVuc: '',
    TenLinhVuc: dossier.sectorName,
    KenhThucHien: '2',
    ChuHoSo: dossier.ownerName,
    LoaiDoiTuong: '1',
    MaDoiTuong: dossier.ownerAccount,
    ThongTinKhac: '',
    Email: dossier.ownerEmail,
    Fax: '',
    SoDienThoai: dossier.ownerPhone,
    TrichYeuHoSo: dossier.procedureName.slice(0, 1000),
    NgayNopHoSo: toNationalTime(dossier.submittedAt),
    NgayTiepNhan: toNationalTime(dossier.receivedAt),
    NgayHenTra: toNationalTime(dossier.dueAt),
    // Sent as it is: rewriting 5, 6 or 8 to 9 would falsify the statistics.
    TrangThaiHoSo: String(dossier.state),
    NgayKetThucXuLy: toNationalTime(dossier.endedAt),
    NgayTra: toNationalTime(dossier.returnedAt),
    ThongTinTra: '',
    HinhThuc: '0',
    NgayTuChoi: toNationalTime(dossier.refusedAt),
    DonViXuLy: dossier.agencyName,
    GhiChu: '',
    NoiNopHoSo: '2',
    HoSoCoThanhPhanSoHoa: dossier.documents.length > 0 ? '1' : '0',
    TaiKhoanDuocXacThucVoiVNeID: dossier.assuranceLevel === 2 ? '1' : '0',
    DuocThanhToanTrucTuyen: dossier.isPaidOnline ? '2' : '0',
    DinhDanhCHS: dossier.ownerPersonalId === '' ? [] : [{ LoaiDinhDanh: '1', SoDinhDanh: dossier.ownerPersonalId }],
    DSKetNoiCSDL: [],
    TaiLieuNop: dossier.documents.map((document) => ({
      TepDinhKemId: document.uploadId, TenTepDinhKem: document.name.slice(0, 4000), IsDeleted: 'False', MaThanhPhanHoSo: document.componentId, DuongDanTaiTepTin: '',
      DuocSoHoa: '1', DuocTaiSuDung: '0', DuocLayTuKhoDMQG: '0', MaKetQuaThayThe: '',
    })),
    DanhSachLePhi: dossier.fees.map((fee) => ({ TenPhiLePhi: fee.name, MaPhiLePhi: fee.id, HinhThucThu: '1', Gia: String(fee.amountVnd), LoaiPhiLePhi: '1' })),
    DanhSachTepDinhKemKhac: [],
    DanhSachHoSoBoSung: dossier.supplement === null ? [] : [{
      HoSoBoSungId: `${dossier.code}-1`, NguoiYeuCauBoSung: dossier.supplement.requestedBy, NoiDungBoSung: dossier.supplement.note,
      NgayBoSung: toNationalTime(dossier.supplement.requestedAt), NguoiTiepNhanBoSung: '', ThongTinTiepNhan: '',
      NgayTiepNhanBoSung: toNationalTime(dossier.supplement.answeredAt), TrangThaiBoSung: dossier.supplement.answeredAt === null ? 'False' : 'True',
      DanhSachGiayToBoSung: [], DanhSachLePhiBoSung: [], NgayHenTraTruoc: '', NgayHenTraMoi: toNationalTime(dossier.dueAt),
    }],
    DanhSachGiayToKetQua: dossier.results.map((result) => ({ TenGiayTo: result.name.slice(0, 2000), MaThanhPhanHoSo: '', GiayToId: result.fileId, DuongDanTepTinKetQua: '', MaGiayToKetQua: '' })),
  }
}

/** Record of `CapNhatTienDoHoSoMC` (G1; docs/wire-facts.md, “Progress record”, C-B, checked 2026-10). */
export function toProgressRecord(code: string, step: NationalStep): Record<string, string> {
  return {
    MaHoSo: code,
    NguoiXuLy: step.officer.slice(0, 50),
    ChucDanh: '',
    ThoiDiemXuLy: toNationalTime(step.at),
    PhongBanXuLy: step.unit,
    NoiDungXuLy: step.what,
    TrangThai: String(step.state),
    NgayBatDau: '',
    NgayKetThucTheoQuyDinh: '',
  }
}

/** `yyyyMMddHHmmss` in Asia/Ho_Chi_Minh; the empty string when absent. */
export function toNationalTime(instant: Date | null): string {
  if (instant === null) return ''
  return new Date(instant.getTime() + 7 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14)
}

/** Writes an envelope: strict in what is sent. */
export function toWriteCall(call: { session: string; unitCode: string; service: NationalService; isUpdating: boolean; data: unknown[] }): Record<string, unknown> {
  return { session: call.session, madonvi: call.unitCode, service: NATIONAL_SERVICES[call.service], isUpdating: call.isUpdating ? 'True' : 'False', data: call.data }
}

export type NationalReply = { kind: 'success' } | { kind: 'exists' } | { kind: 'session-expired' } | { kind: 'refused'; errorCode: string }

/** Reads a reply: liberal, since codes come as `0`, `"0"` or `"00"` and progress sometimes answers in plain text. */
export function readReply(text: string): NationalReply {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return text.normalize('NFC').toLowerCase().includes('thành công') ? { kind: 'success' } : { kind: 'refused', errorCode: 'not-json' }
  }
  if (!isObject(value)) return { kind: 'refused', errorCode: 'not-an-object' }
  const errorCode = String(value.error_code ?? '')
  const message = String(value.message ?? '').normalize('NFC').toLowerCase()
  if (message.includes('đã tồn tại')) return { kind: 'exists' }
  if (/^0+$/.test(errorCode)) return { kind: 'success' }
  return message.includes('session') || message.includes('phiên') ? { kind: 'session-expired' } : { kind: 'refused', errorCode: errorCode.slice(0, 20) }
}

/** Reads a login reply; undefined means no session. */
export function readSession(value: unknown): string | undefined {
  if (!isObject(value) || !/^0+$/.test(String(value.error_code ?? ''))) return undefined
  return typeof value.session === 'string' && value.session !== '' ? value.session : undefined
}
