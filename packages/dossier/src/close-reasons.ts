import type { LocalizedText } from '@motcua/schemas/definition'

/** Why a dossier may not be closed. Literal codes of the portal's `close-refused` problem. */
export const CLOSE_REASONS = [
  'no-result-file', 'manifest-missing', 'result-not-in-manifest', 'manifest-file-missing', 'manifest-hash-mismatch',
  'manifest-for-other-dossier', 'manifest-for-other-procedure', 'manifest-outcome-differs', 'manifest-issuer-differs',
  'manifest-signer-not-entitled', 'pdf-signature-invalid', 'pdf-without-dossier-code', 'pdf-for-other-dossier',
  'pdf-for-other-procedure', 'pdf-signer-not-entitled', 'file-used-by-other-dossier', 'result-is-own-attachment',
  'same-file-twice', 'empty-pdf',
] as const
export type CloseReason = (typeof CLOSE_REASONS)[number]

/** What to tell the officer, and how to put it right. */
export const CLOSE_WORDS: Readonly<Record<CloseReason, LocalizedText>> = {
  'no-result-file': {
    vi: 'Chưa có tệp kết quả. Hãy tải lên kết quả đã ký số, hoặc thông báo có ký số nếu không giải quyết được.',
    en: 'There is no result file. Upload the signed result, or a signed notice if the request cannot be granted.',
  },
  'manifest-missing': {
    vi: 'Thiếu bản kê kết quả có chữ ký hợp lệ. Hãy ký lại bản kê.',
    en: 'The signed result manifest is missing or does not verify. Sign the manifest again.',
  },
  'result-not-in-manifest': {
    vi: 'Tệp kết quả chưa có trong bản kê. Hãy ký lại bản kê với đủ các tệp.',
    en: 'The result file is not in the manifest. Sign a manifest that lists every file.',
  },
  'manifest-file-missing': {
    vi: 'Bản kê nêu một tệp chưa được tải lên. Hãy tải lên đủ các tệp.',
    en: 'The manifest lists a file that was not uploaded. Upload every file.',
  },
  'manifest-hash-mismatch': {
    vi: 'Tệp kết quả khác với tệp ghi trong bản kê. Hãy tải lại đúng tệp hoặc ký lại bản kê.',
    en: 'The result file differs from the one in the manifest. Upload the right file or sign the manifest again.',
  },
  'manifest-for-other-dossier': {
    vi: 'Bản kê thuộc về hồ sơ khác.',
    en: 'The manifest belongs to another dossier.',
  },
  'manifest-for-other-procedure': {
    vi: 'Bản kê ghi mã của thủ tục khác.',
    en: 'The manifest names another procedure.',
  },
  'manifest-outcome-differs': {
    vi: 'Kết quả giải quyết ghi trong bản kê khác với bước kết thúc.',
    en: 'The outcome in the manifest differs from that of the closing step.',
  },
  'manifest-issuer-differs': {
    vi: 'Cơ quan ghi trong bản kê không phải cơ quan giải quyết hồ sơ này.',
    en: 'The agency in the manifest is not the one that handles this dossier.',
  },
  'manifest-signer-not-entitled': {
    vi: 'Chứng thư ký bản kê không được phép ký thay cho cơ quan này.',
    en: 'The certificate that signed the manifest may not sign for this agency.',
  },
  'pdf-signature-invalid': {
    vi: 'Chữ ký số trên tệp kết quả không hợp lệ hoặc không có. Hãy ký lại tệp.',
    en: 'The digital signature on the result file is missing or not valid. Sign the file again.',
  },
  'pdf-without-dossier-code': {
    vi: 'Tệp kết quả không ghi mã hồ sơ trong phần đã ký. Hãy tạo lại kết quả từ hồ sơ này.',
    en: 'The result file does not state a dossier code in its signed part. Make the result again from this dossier.',
  },
  'pdf-for-other-dossier': {
    vi: 'Tệp kết quả ghi mã của hồ sơ khác.',
    en: 'The result file carries the code of another dossier.',
  },
  'pdf-for-other-procedure': {
    vi: 'Tệp kết quả ghi mã của thủ tục khác.',
    en: 'The result file carries the code of another procedure.',
  },
  'pdf-signer-not-entitled': {
    vi: 'Người ký tệp kết quả không được phép ký thay cho cơ quan này.',
    en: 'The signer of the result file may not sign for this agency.',
  },
  'file-used-by-other-dossier': {
    vi: 'Tệp này đã là kết quả của một hồ sơ khác.',
    en: 'This file is already the result of another dossier.',
  },
  'result-is-own-attachment': {
    vi: 'Tệp này là giấy tờ người nộp đã gửi, không phải kết quả.',
    en: 'This file is a paper the applicant sent, not a result.',
  },
  'same-file-twice': {
    vi: 'Một tệp được đưa vào kết quả hai lần.',
    en: 'The same file appears twice among the results.',
  },
  'empty-pdf': {
    vi: 'Tệp kết quả trống hoặc không có trang nào.',
    en: 'The result file is empty or has no page.',
  },
}
