import type { LocalizedText } from '@motcua/schemas/definition'
import type { Due } from './deadline.ts'

/** One sentence for the intake slip (giấy tiếp nhận hồ sơ và hẹn trả kết quả): why the result is due then. */
export function describeDueNote(note: Due['note']): LocalizedText {
  const { value = '', cutOff = '', unit } = note.params
  switch (note.code) {
    case 'after-cut-off':
      return { vi: `Nhận sau ${cutOff} nên trả kết quả trong ngày làm việc tiếp theo.`, en: `Received after ${cutOff}, so the result is due on the next working day.` }
    case 'outside-office-hours':
      return { vi: 'Nhận ngoài giờ làm việc nên tính từ ngày làm việc tiếp theo.', en: 'Received outside office hours, so it counts from the next working day.' }
    case 'not-a-working-day':
      return { vi: 'Nhận vào ngày nghỉ nên tính từ ngày làm việc tiếp theo.', en: 'Received on a day off, so it counts from the next working day.' }
    case 'time-stopped':
      return { vi: 'Thời gian chờ bổ sung hoặc nộp tiền không tính vào thời hạn.', en: 'Time spent waiting for a supplement or payment is not counted.' }
    case 'late-before-stop':
      return { vi: 'Hồ sơ đã quá hạn trước khi tạm dừng nên ngày hẹn không thay đổi.', en: 'The dossier was already late before the stop, so the due time is unchanged.' }
    case 'calendar-unknown':
      return {
        vi: 'Lịch nghỉ của thời gian này chưa được nạp nên chưa tính được ngày hẹn. Hãy cập nhật lịch nghỉ lễ.',
        en: 'The holiday notice for this period is not loaded, so the due time cannot be computed. Update the holidays.',
      }
    case 'counted':
      if (unit === 'sameDay') return { vi: 'Trả kết quả trong ngày làm việc.', en: 'The result is due on the same working day.' }
      return unit === 'workingDay'
        ? { vi: `Trong ${value} ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ.`, en: `Within ${value} working days of a complete and valid dossier.` }
        : { vi: `Trong ${value} ngày kể từ ngày nhận đủ hồ sơ hợp lệ.`, en: `Within ${value} days of a complete and valid dossier.` }
  }
}
