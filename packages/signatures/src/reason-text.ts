import type { ReasonCode } from './reasons.ts'

/** Vietnamese, then English: what it means for the person who holds the file. */
const TEXTS: Readonly<Record<ReasonCode, readonly [vi: string, en: string]>> = {
  PDF_MALFORMED: ['Không đọc được tệp này: cấu trúc PDF bị hỏng. Hãy tải lại tệp từ nơi cấp.', 'This file cannot be read: its PDF structure is damaged. Download it again from where it was issued.'],
  PDF_UNSUPPORTED: ['Tệp PDF này được lưu theo dạng mà công cụ chưa kiểm tra được, nên chưa thể xác nhận chữ ký.', 'This PDF is stored in a form the tool cannot check yet, so its signature is not confirmed.'],
  ENCRYPTED: ['Tệp đang được đặt mật khẩu hoặc mã hóa nên không thể kiểm tra chữ ký.', 'The file is encrypted or protected by a password, so its signature cannot be checked.'],
  TOO_LARGE: ['Tệp lớn hơn mức công cụ nhận kiểm tra.', 'The file is larger than the tool accepts.'],
  LOOP_LIMIT: ['Cấu trúc của tệp lặp vòng hoặc quá phức tạp nên không được chấp nhận.', 'The structure of the file runs in a circle or is too complex to be accepted.'],
  NO_SIGNATURE: ['Tệp này không có chữ ký số.', 'This file has no digital signature.'],
  SIGFIELD_EMPTY: ['Tệp có ô chữ ký nhưng chưa được ký.', 'The file has a signature field that nobody has signed.'],
  DUPLICATE_OBJECT_SHADOW: ['Tệp chứa nội dung ẩn có thể tráo đổi với nội dung đã ký, nên không được chấp nhận.', 'The file holds hidden content that could be swapped for what was signed, so it is not accepted.'],
  APPENDED_WITHOUT_XREF: ['Có dữ liệu lạ được thêm vào tệp sau khi ký.', 'Unknown data was added to the file after it was signed.'],
  BR_NOT_FROM_ZERO: ['Chữ ký không bảo vệ phần đầu của tệp.', 'The signature does not protect the beginning of the file.'],
  BR_MALFORMED: ['Chữ ký không cho biết đúng phần nào của tệp được ký.', 'The signature does not say correctly which part of the file it covers.'],
  BR_OVERLAP: ['Các phần được ký của tệp chồng lên nhau, nên chữ ký không được chấp nhận.', 'The signed parts of the file overlap, so the signature is not accepted.'],
  GAP_NOT_CONTENTS: ['Phần không được ký của tệp chứa nhiều hơn chính chữ ký, nên nội dung có thể đã bị chèn thêm.', 'The unsigned part of the file holds more than the signature itself, so content may have been slipped in.'],
  NOT_WHOLE_FILE: ['Chữ ký không bảo vệ toàn bộ tệp.', 'The signature does not protect the whole file.'],
  CONTENTS_MISSING: ['Ô chữ ký không chứa chữ ký.', 'The signature field does not contain a signature.'],
  CONTENTS_EMPTY: ['Ô chữ ký để trống.', 'The signature field is empty.'],
  CONTENTS_NOT_CANONICAL: ['Dữ liệu chữ ký không được ghi đúng quy cách, có thể đã bị sửa.', 'The signature data is not written in the proper form and may have been altered.'],
  SUBFILTER_UNKNOWN: ['Loại chữ ký trong tệp này chưa được hỗ trợ.', 'The kind of signature in this file is not supported.'],
  LATER_CHANGE_PAGE: ['Các trang đã bị thay đổi sau khi ký.', 'Pages were changed after the signature.'],
  LATER_CHANGE_FONT: ['Phông chữ đã bị thay đổi sau khi ký, nên chữ hiển thị có thể khác chữ đã ký.', 'A font was changed after the signature, so the text shown may differ from the text signed.'],
  LATER_CHANGE_CONTENT: ['Nội dung đã bị thay đổi sau khi ký.', 'Content was changed after the signature.'],
  LATER_CHANGE_ANNOT: ['Chú thích trong tệp đã bị thay đổi sau khi ký.', 'An annotation was changed after the signature.'],
  LATER_CHANGE_FORM: ['Biểu mẫu trong tệp đã bị thay đổi sau khi ký.', 'The form in the file was changed after the signature.'],
  LATER_CHANGE_STRUCT: ['Cấu trúc của tệp đã bị thay đổi sau khi ký.', 'The structure of the file was changed after the signature.'],
  LATER_CHANGE_INFO: ['Thông tin của tệp (trong đó có mã hồ sơ) đã bị thay đổi sau khi ký.', 'The information of the file, the dossier code included, was changed after the signature.'],
  OVERLAY_ANNOTATION: ['Có lớp nội dung được đặt chồng lên trang sau khi ký.', 'Something was laid over a page after the signature.'],
  DOCMDP_VIOLATION: ['Người ký đã khóa tệp, nhưng sau đó tệp vẫn bị thay đổi.', 'The signer had locked the file, yet it was changed afterwards.'],
  CMS_MALFORMED: ['Dữ liệu chữ ký bị hỏng hoặc đã bị sửa.', 'The signature data is damaged or was altered.'],
  NO_SIGNER: ['Dữ liệu chữ ký không cho biết ai ký.', 'The signature data names no signer.'],
  MULTI_SIGNER: ['Một ô chữ ký chứa nhiều người ký, trái với quy cách.', 'One signature field holds several signers, which the standard does not allow.'],
  ECONTENT_PRESENT: ['Chữ ký mang theo nội dung khác ngoài tệp này.', 'The signature carries other content than this file.'],
  ATTR_MISSING: ['Chữ ký thiếu thông tin bắt buộc.', 'The signature lacks required information.'],
  ATTR_DUPLICATE: ['Chữ ký có thông tin bị lặp, nên có thể bị hiểu theo nhiều cách.', 'The signature repeats information, so it could be read in more than one way.'],
  CONTENT_TYPE: ['Chữ ký được tạo cho một loại dữ liệu khác.', 'The signature was made for another kind of data.'],
  DIGEST_MISMATCH: ['Tệp đã bị thay đổi sau khi ký: nội dung không còn khớp với chữ ký.', 'The file was changed after it was signed: its content no longer matches the signature.'],
  SIG_INVALID: ['Chữ ký số không đúng: chữ ký không khớp với chứng thư số.', 'The digital signature is wrong: it does not match the certificate.'],
  ESS_MISSING: ['Chữ ký không được gắn chặt với chứng thư số của người ký.', 'The signature is not bound to the signer’s certificate.'],
  ESS_MISMATCH: ['Chữ ký được tạo với một chứng thư số khác.', 'The signature was made with another certificate.'],
  ALG_WEAK: ['Chữ ký dùng thuật toán hoặc khóa quá yếu, không còn an toàn.', 'The signature uses an algorithm or key that is too weak to be safe.'],
  ALG_MISMATCH: ['Các thuật toán ghi trong chữ ký không khớp nhau.', 'The algorithms named in the signature do not fit together.'],
  ALG_UNSUPPORTED: ['Chữ ký dùng thuật toán chưa được hỗ trợ.', 'The signature uses an algorithm that is not supported.'],
  CERT_NOT_FOUND: ['Không tìm thấy chứng thư số của người ký trong tệp.', 'The signer’s certificate is not in the file.'],
  CERT_UNPROVEN: ['Tệp kèm theo một chứng thư số không rõ do ai cấp, có thể đã bị sửa.', 'The file carries a certificate nobody vouches for; it may have been altered.'],
  EXPIRED: ['Chứng thư số đã hết hạn tại thời điểm kiểm tra.', 'The certificate had expired at the time of the check.'],
  NOT_YET: ['Chứng thư số chưa có hiệu lực tại thời điểm kiểm tra.', 'The certificate was not valid yet at the time of the check.'],
  NOT_CA: ['Chứng thư số được cấp bởi một bên không có quyền cấp.', 'The certificate was issued by someone who may not issue certificates.'],
  PATHLEN: ['Chuỗi chứng thư số dài hơn mức nơi cấp cho phép.', 'The chain of certificates is longer than its issuer allows.'],
  KEY_USAGE: ['Chứng thư số này không được cấp để ký văn bản.', 'This certificate was not issued for signing documents.'],
  EKU: ['Chứng thư số này được cấp cho mục đích khác, không phải để ký văn bản.', 'This certificate was issued for another purpose than signing documents.'],
  CRITICAL_EXTENSION: ['Chứng thư số có điều kiện quan trọng mà công cụ không hiểu, nên không thể tin cậy.', 'The certificate has a critical condition the tool does not understand, so it cannot be relied on.'],
  NO_PATH: ['Chứng thư số không thuộc hệ thống chứng thực được tin cậy.', 'The certificate does not belong to a trusted system of certificates.'],
  SELF_SIGNED: ['Chứng thư số do chính người ký tự cấp, không có cơ quan nào chứng thực.', 'The certificate was issued by the signer to themselves; no authority vouches for it.'],
  REVOCATION_UNKNOWN: ['Chưa kiểm tra được chứng thư số có bị thu hồi hay không.', 'Whether the certificate has been revoked could not be checked.'],
  TIME_MISSING: ['Chữ ký không ghi thời điểm ký.', 'The signature does not say when it was made.'],
  TIME_UNPROVEN: ['Thời điểm ký do người ký tự ghi, chưa có dấu thời gian chứng thực.', 'The time of signing is what the signer states; no timestamp proves it.'],
  TIME_IN_FUTURE: ['Thời điểm ký nằm ở tương lai.', 'The time of signing lies in the future.'],
  TIME_BEFORE_CERT: ['Thời điểm ký sớm hơn ngày chứng thư số có hiệu lực.', 'The time of signing is earlier than the certificate’s first day.'],
  TIME_AFTER_CERT: ['Thời điểm ký muộn hơn ngày chứng thư số hết hạn.', 'The time of signing is later than the certificate’s last day.'],
  AUTHORITY_NOT_CHECKED: ['Chưa đối chiếu người ký với cơ quan giải quyết hồ sơ.', 'The signer was not compared with the agency that handles the dossier.'],
  SIGNER_NOT_OF_AGENCY: ['Người ký không thuộc danh sách được ký cho cơ quan giải quyết hồ sơ này.', 'The signer is not among those entitled to sign for the agency that handles this dossier.'],
  BINDING_MISSING: ['Tệp không ghi mã hồ sơ, nên không rõ đây là kết quả của hồ sơ nào.', 'The file names no dossier, so it is not clear whose result it is.'],
  BINDING_MISMATCH: ['Tệp này là kết quả của một hồ sơ khác.', 'This file is the result of another dossier.'],
}

/**
 * The reason in plain words for the person who reads the verdict.
 *
 * @example
 * reasonText('BINDING_MISMATCH', 'vi') // 'Tệp này là kết quả của một hồ sơ khác.'
 */
export function reasonText(code: ReasonCode, language: 'vi' | 'en'): string {
  return TEXTS[code][language === 'vi' ? 0 : 1]
}
