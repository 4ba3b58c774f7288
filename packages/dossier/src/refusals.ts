import type { LocalizedText } from '@motcua/schemas/definition'

/** Why a step was refused. */
export const STEP_REFUSALS = [
  'not-allowed-in-state', 'not-allowed-for-role', 'dossier-ended', 'correction-not-supported', 'time-invalid', 'time-goes-back',
  'reason-required', 'supplement-limit-reached', 'supplement-without-documents', 'document-not-in-list',
  'no-open-supplement', 'supplement-not-answered', 'supplement-documents-differ', 'result-required',
  'calendar-unknown',
] as const
export type StepRefusal = (typeof STEP_REFUSALS)[number]

/** Words for each refusal, to the person who tried the step. The figures are in the refusal's `params`. */
export const REFUSAL_WORDS: Readonly<Record<StepRefusal, LocalizedText>> = {
  'not-allowed-in-state': {
    vi: 'Hồ sơ đang ở trạng thái không cho phép bước này.',
    en: 'The dossier is in a state that does not allow this step.',
  },
  'not-allowed-for-role': {
    vi: 'Bước này không thuộc thẩm quyền của người thực hiện.',
    en: 'This step is not for the person who tried it.',
  },
  'dossier-ended': {
    vi: 'Hồ sơ đã kết thúc nên không thể thực hiện thêm bước nào.',
    en: 'The dossier has ended, so no further step is possible.',
  },
  'correction-not-supported': {
    vi: 'Hồ sơ đã có kết quả. Việc đính chính kết quả phải được lập thành văn bản và có phê duyệt riêng, không thực hiện tại đây.',
    en: 'The dossier already has its result. A correction needs a written and separately approved record and is not done here.',
  },
  'time-invalid': {
    vi: 'Thời điểm của bước không đúng định dạng. Hãy ghi ngày, giờ kèm múi giờ.',
    en: 'The time of the step is not a valid instant. Give date, time and offset.',
  },
  'time-goes-back': {
    vi: 'Thời điểm của bước sớm hơn bước trước đó. Hãy kiểm tra đồng hồ của máy.',
    en: 'The time of the step is earlier than that of the step before. Check the clock of the machine.',
  },
  'reason-required': {
    vi: 'Cần ghi rõ lý do để người nộp hồ sơ biết phải làm gì tiếp.',
    en: 'A reason is needed, so that the applicant knows what to do next.',
  },
  'supplement-limit-reached': {
    vi: 'Đã yêu cầu bổ sung đủ số lần cho phép. Việc hướng dẫn phải đầy đủ trong một lần.',
    en: 'The allowed number of supplement requests has been used. Guidance must be complete at once.',
  },
  'supplement-without-documents': {
    vi: 'Hãy chọn ít nhất một giấy tờ cần thay thế.',
    en: 'Choose at least one paper to be replaced.',
  },
  'document-not-in-list': {
    vi: 'Chỉ được yêu cầu giấy tờ có trong thành phần hồ sơ của thủ tục.',
    en: 'Only papers on the procedure’s own list may be asked for.',
  },
  'no-open-supplement': {
    vi: 'Hồ sơ không có yêu cầu bổ sung nào đang chờ trả lời.',
    en: 'There is no open supplement request on this dossier.',
  },
  'supplement-not-answered': {
    vi: 'Người nộp chưa bổ sung giấy tờ đã được yêu cầu.',
    en: 'The applicant has not yet answered the supplement request.',
  },
  'supplement-documents-differ': {
    vi: 'Hãy nộp lại đúng những giấy tờ được yêu cầu, không thiếu và không thêm giấy tờ khác.',
    en: 'Replace exactly the papers that were asked for: none missing, none added.',
  },
  'result-required': {
    vi: 'Không thể kết thúc hồ sơ khi chưa có tệp kết quả đã ký số.',
    en: 'A dossier cannot be finished without a signed result file.',
  },
  'calendar-unknown': {
    vi: 'Chưa tính được ngày hẹn trả kết quả vì lịch nghỉ lễ chưa được nạp. Hãy báo quản trị viên cập nhật lịch.',
    en: 'The due time cannot be computed because the holidays are not loaded. Ask the administrator to update the calendar.',
  },
}
