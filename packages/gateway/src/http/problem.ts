import { PROBLEM_MEDIA_TYPE, type ProblemDetails } from '@motcua/core/problem'

interface ProblemKind { status: number; title: string }

/**
 * Every problem the gateway answers with. The name is stable API (`urn:motcua:problem:<name>`); the title is the
 * sentence a citizen or an officer reads.
 */
export const PROBLEMS = {
  'bad-request': { status: 400, title: 'Hệ thống chưa đọc được yêu cầu vừa gửi. Hãy tải lại trang rồi thử lại.' },
  'idempotency-key-missing': { status: 400, title: 'Yêu cầu thiếu khóa chống gửi trùng. Hãy tải lại trang rồi thử lại.' },
  'return-to-not-allowed': { status: 400, title: 'Trang yêu cầu đăng nhập không nằm trong danh sách được phép.' },
  'sign-in-not-yours': { status: 400, title: 'Lần đăng nhập này không bắt đầu từ trình duyệt của bạn hoặc đã hết hạn. Hãy đăng nhập lại.' },
  'one-time-code-invalid': { status: 400, title: 'Mã đăng nhập đã dùng hoặc đã hết hạn. Hãy đăng nhập lại.' },
  'session-required': { status: 401, title: 'Bạn cần đăng nhập để tiếp tục. Những gì bạn đã nhập vẫn còn.' },
  'session-expired': { status: 401, title: 'Phiên đăng nhập đã hết hạn. Hãy đăng nhập lại để tiếp tục; những gì bạn đã nhập vẫn còn.' },
  'notification-not-verified': { status: 401, title: 'Thông báo thanh toán không xác thực được.' },
  'origin-not-allowed': { status: 403, title: 'Trang web này chưa được phép dùng dịch vụ.' },
  'officer-only': { status: 403, title: 'Chỉ cán bộ của cơ quan giải quyết mới làm được việc này.' },
  'not-your-agency': { status: 403, title: 'Hồ sơ hoặc phản ánh này thuộc cơ quan khác.' },
  'signing-not-allowed': { status: 403, title: 'Bạn không được giao việc ký này.' },
  'signature-not-accepted': { status: 403, title: 'Chữ ký số của bước này không được chấp nhận.' },
  'not-found': { status: 404, title: 'Không tìm thấy địa chỉ này.' },
  'definition-not-found': { status: 404, title: 'Không tìm thấy biểu mẫu này.' },
  'commune-unknown': { status: 404, title: 'Chưa có xã, phường, đặc khu mang mã này trong danh mục.' },
  'commune-not-served': { status: 404, title: 'Cổng này chưa phục vụ xã, phường, đặc khu bạn chọn.' },
  'procedure-unknown': { status: 404, title: 'Không có thủ tục mang tên hoặc mã này.' },
  'dossier-not-found': { status: 404, title: 'Không tìm thấy hồ sơ này trong các hồ sơ của bạn.' },
  'upload-not-found': { status: 404, title: 'Không tìm thấy tệp này. Hãy chọn lại tệp.' },
  'payment-not-found': { status: 404, title: 'Không tìm thấy yêu cầu thanh toán này.' },
  'result-not-found': { status: 404, title: 'Không tìm thấy kết quả này.' },
  'provider-unknown': { status: 404, title: 'Không có nhà cung cấp thanh toán này.' },
  'slip-not-issued': { status: 404, title: 'Hồ sơ chưa được tiếp nhận nên chưa có giấy tiếp nhận và hẹn trả kết quả.' },
  'appointment-not-found': { status: 404, title: 'Không tìm thấy lịch hẹn này.' },
  'booking-not-offered': { status: 404, title: 'Nơi này chưa nhận đặt lịch hẹn qua mạng cho thủ tục này. Hãy đến trực tiếp trong giờ làm việc.' },
  'counter-unknown': { status: 404, title: 'Không có quầy này.' },
  'feedback-not-found': { status: 404, title: 'Không tìm thấy phản ánh, kiến nghị này trong những gì bạn đã gửi.' },
  'month-not-available': { status: 404, title: 'Chưa có số liệu của tháng này.' },
  'signing-request-not-found': { status: 404, title: 'Không tìm thấy lần ký này.' },
  'signing-not-offered': { status: 404, title: 'Cổng này chưa nối với dịch vụ ký số từ xa.' },
  'method-not-allowed': { status: 405, title: 'Cách gọi này không được hỗ trợ.' },
  'definition-changed': { status: 409, title: 'Biểu mẫu đã được cập nhật. Hãy xem lại những chỗ thay đổi rồi gửi lại; những gì bạn đã nhập vẫn còn.' },
  'idempotency-key-reused': { status: 409, title: 'Khóa chống gửi trùng này đã dùng cho một nội dung khác.' },
  'submission-in-progress': { status: 409, title: 'Hồ sơ đang được gửi. Hãy chờ một lát rồi xem lại.' },
  'nothing-owed': { status: 409, title: 'Hồ sơ này không còn khoản nào phải nộp.' },
  'account-not-configured': { status: 409, title: 'Cơ quan chưa công bố tài khoản nhận tiền cho thủ tục này. Hãy liên hệ bộ phận một cửa.' },
  'step-not-allowed': { status: 409, title: 'Bước này không thực hiện được ở trạng thái hiện tại của hồ sơ.' },
  'step-out-of-order': { status: 409, title: 'Hồ sơ vừa có bước mới. Hãy tải lại hồ sơ rồi ký lại.' },
  'signing-in-progress': { status: 409, title: 'Hồ sơ này đang có một lần ký chưa xong.' },
  'signing-changed': { status: 409, title: 'Tệp hoặc chứng thư số vừa thay đổi. Hãy tải lại và xem kỹ trước khi ký.' },
  'no-open-supplement': { status: 409, title: 'Hồ sơ không có yêu cầu bổ sung nào đang chờ.' },
  'upload-incomplete': { status: 409, title: 'Tệp chưa tải lên xong. Hãy chờ tải xong rồi nộp.' },
  'upload-offset-conflict': { status: 409, title: 'Phần tệp gửi lên không nối tiếp phần đã có. Trình duyệt sẽ tự tải tiếp.' },
  'upload-in-use': { status: 409, title: 'Tệp này đã nằm trong hồ sơ đã gửi nên không xóa được.' },
  'slot-taken': { status: 409, title: 'Giờ này vừa có người khác đặt. Hãy chọn giờ khác; những gì bạn đã nhập vẫn còn.' },
  'slot-closed': { status: 409, title: 'Giờ này không nhận hẹn. Hãy chọn giờ khác; những gì bạn đã nhập vẫn còn.' },
  'too-many-appointments': { status: 409, title: 'Bạn đang có đủ số lịch hẹn được phép. Hãy hủy bớt một lịch hẹn rồi đặt lại.' },
  'too-many-bookings': { status: 409, title: 'Bạn đã đặt lịch hẹn nhiều lần trong một ngày. Hãy đặt lại vào ngày mai, hoặc gọi đến nơi tiếp nhận.' },
  'appointment-not-changeable': { status: 409, title: 'Lịch hẹn này không đổi hoặc hủy được nữa.' },
  'ticket-step-not-allowed': { status: 409, title: 'Số này không làm được việc đó lúc này. Hãy tải lại danh sách.' },
  'ticket-of-another-day': { status: 409, title: 'Lịch hẹn này của ngày khác.' },
  'counter-busy': { status: 409, title: 'Quầy đang gọi một số khác. Hãy kết thúc số đó trước.' },
  'queue-empty': { status: 409, title: 'Không có ai đang chờ quầy này.' },
  'rating-not-open': { status: 409, title: 'Hồ sơ chưa kết thúc nên chưa đánh giá được.' },
  'rating-closed': { status: 409, title: 'Đã hết thời gian đánh giá hồ sơ này.' },
  'feedback-act-not-allowed': { status: 409, title: 'Việc này không làm được ở tình trạng hiện tại của phản ánh, kiến nghị.' },
  'too-many-feedback': { status: 409, title: 'Bạn có quá nhiều phản ánh, kiến nghị chưa được trả lời. Hãy chờ cơ quan trả lời rồi gửi tiếp.' },
  'feedback-moved-on': { status: 409, title: 'Phản ánh, kiến nghị này vừa có diễn biến mới. Hãy tải lại rồi làm tiếp.' },
  'upload-gone': { status: 410, title: 'Tệp này không còn trên máy chủ. Hãy chọn lại tệp.' },
  'tus-version': { status: 412, title: 'Phiên bản tải tệp không được hỗ trợ.' },
  'too-large': { status: 413, title: 'Nội dung gửi lên quá lớn.' },
  'file-too-large': { status: 413, title: 'Tệp lớn hơn mức cho phép. Hãy chụp hoặc quét lại với kích thước nhỏ hơn.' },
  'not-what-it-claims': { status: 415, title: 'Tệp không đúng loại đã khai (PDF, JPG hoặc PNG). Hãy chọn lại đúng tệp.' },
  'media-type-not-allowed': { status: 415, title: 'Giấy tờ đó không nhận loại tệp này. Hãy chọn tệp loại khác.' },
  'invalid-answers': { status: 422, title: 'Một số câu trả lời chưa đúng. Hãy xem lại các mục được đánh dấu.' },
  'missing-document': { status: 422, title: 'Hồ sơ còn thiếu giấy tờ bắt buộc. Hãy đính kèm rồi nộp lại.' },
  'document-not-in-list': { status: 422, title: 'Có giấy tờ mà thủ tục này không cần nộp. Hãy bỏ giấy tờ đó ra rồi thử lại.' },
  'attachment-mismatch': { status: 422, title: 'Tệp đính kèm không khớp với tệp máy chủ đã lưu. Hãy tải lại tệp đó.' },
  'supplement-mismatch': { status: 422, title: 'Chỉ được thay đúng những giấy tờ mà cơ quan yêu cầu.' },
  'ending-not-allowed': { status: 422, title: 'Thủ tục này không nhận nộp trực tiếp qua cổng tại xã, phường, đặc khu bạn chọn.' },
  'not-authorized-to-apply': { status: 422, title: 'Người yêu cầu trong tờ khai không phải người đang đăng nhập.' },
  'text-missing': { status: 422, title: 'Hãy viết rõ hơn một chút.' },
  'text-too-long': { status: 422, title: 'Nội dung dài quá mức cho phép. Hãy viết ngắn lại.' },
  'close-refused': { status: 422, title: 'Chưa thể kết thúc hồ sơ.' },
  'draft-refused': { status: 422, title: 'Tệp dự thảo kết quả không được nhận.' },
  'signing-certificate-unfit': { status: 422, title: 'Chứng thư số này không dùng để ký ở đây được.' },
  'result-refused': { status: 422, title: 'Tệp kết quả không được nhận vì chữ ký số chưa đạt.' },
  'upload-locked': { status: 423, title: 'Tệp đang được tải lên ở nơi khác. Hãy chờ một lát.' },
  'too-many-uploads': { status: 429, title: 'Bạn có quá nhiều tệp chưa nộp. Hãy xóa bớt tệp hoặc nộp hồ sơ đang làm rồi tải tiếp.' },
  'too-many-look-ups': { status: 429, title: 'Bạn đã nhờ điền giúp nhiều lần trong một giờ. Hãy tự điền tiếp, hoặc thử lại sau.' },
  'internal': { status: 500, title: 'Hệ thống gặp sự cố. Những gì bạn đã nhập vẫn còn. Hãy thử lại; nếu vẫn gặp lỗi, hãy báo mã hỗ trợ cho bộ phận một cửa.' },
  'signing-service-unavailable': { status: 502, title: 'Dịch vụ ký số đang bận. Hãy thử lại sau ít phút.' },
  'identity-provider-unavailable': { status: 502, title: 'Hệ thống đăng nhập đang bận. Hãy thử lại sau ít phút.' },
  'not-ready': { status: 503, title: 'Dịch vụ đang khởi động hoặc tạm gián đoạn. Hãy thử lại sau ít phút.' },
} as const satisfies Record<string, ProblemKind>

export type ProblemName = keyof typeof PROBLEMS

/** What a problem may carry beside its kind. Nothing here may hold personal data. */
export interface ProblemExtras {
  detail?: string
  errors?: ProblemDetails['errors']
  reasons?: ReadonlyArray<{ code: string; message: string }>
  [extension: string]: unknown
}

/** Thrown inside a handler; the edge turns it into an RFC 9457 document. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly problem: ProblemName
  readonly extras: ProblemExtras
  constructor(problem: ProblemName, extras: ProblemExtras = {}, options?: ErrorOptions) {
    super(problem, options)
    this.problem = problem
    this.extras = extras
  }
}

/** Answers with an RFC 9457 document. */
export function problemResponse(name: ProblemName, correlationId: string, extras: ProblemExtras = {}, headers?: ConstructorParameters<typeof Headers>[0]): Response {
  const { status, title } = PROBLEMS[name]
  const body: ProblemDetails = { type: `urn:motcua:problem:${name}`, title, status, correlationId, ...extras }
  const answer = new Response(JSON.stringify(body), { status, headers })
  answer.headers.set('Content-Type', PROBLEM_MEDIA_TYPE)
  answer.headers.set('Cache-Control', 'no-store')
  return answer
}
