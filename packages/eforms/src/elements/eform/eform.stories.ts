import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { html } from 'lit'
import { languageOf, text } from '../../../.storybook/every-state.ts'
import { screenStory } from '../../../.storybook/screen-story.ts'
import { fixtureServices } from '../../testing/services.ts'
import './define.ts'

const meta: Meta = { title: 'Biểu mẫu/Toàn bộ', component: 'motcua-eform' }
export default meta

const FALLBACK = text('Bạn cũng có thể đến bộ phận một cửa của xã.', 'You can also go to the one-stop desk of the commune.')

/** Until the definition is here the page’s own fallback stands beside the message. */
export const Loading: StoryObj = {
  name: 'Đang tải',
  render: (_args, { globals }) => html`<motcua-eform procedure="fixture-copy" commune="30838" lang=${languageOf(globals)}
    .services=${{ ...fixtureServices(), loadDefinition: () => new Promise(() => undefined) }}><p .textContent=${FALLBACK[languageOf(globals)]}></p></motcua-eform>`,
}
/** Not opened: the reason, and the page’s own fallback. */
export const Blocked: StoryObj = { name: 'Không mở được', ...screenStory('blocked, unknown procedure') }
/** The facts of the procedure, each with its source. */
export const Start: StoryObj = { name: 'Trang đầu', ...screenStory('start') }
/** A slice of a procedure says so on every page. */
export const Incomplete: StoryObj = { name: 'Trang đầu: chưa đầy đủ', ...screenStory('start, incomplete') }
export const DraftFound: StoryObj = { name: 'Trang đầu: có bản nháp', ...screenStory('start, draft found') }
export const SignInNeeded: StoryObj = { name: 'Trang đầu: cần đăng nhập', ...screenStory('start, sign-in needed') }
export const Questions: StoryObj = { name: 'Trang câu hỏi', ...screenStory('questions') }
/** What the identity provider vouches for is shown and cannot be edited. */
export const Prefilled: StoryObj = { name: 'Trang câu hỏi: điền sẵn và khóa', ...screenStory('questions, prefilled and locked') }
/** Who has signed in is asked before anything is looked up for them. */
export const FillInOffered: StoryObj = { name: 'Trang câu hỏi: điền giúp', ...screenStory('questions, offer to fill in') }
/** Every answer says where it comes from; one button takes back what a source gave. */
export const FilledIn: StoryObj = { name: 'Trang câu hỏi: đã điền giúp', ...screenStory('questions, filled in from two sources') }
export const NothingToFillIn: StoryObj = { name: 'Trang câu hỏi: không có gì để điền giúp', ...screenStory('questions, nothing to fill in') }
/** Continue was pressed too early: the summary takes focus and leads to each field. */
export const Errors: StoryObj = { name: 'Trang câu hỏi: có lỗi', ...screenStory('questions, errors') }
export const Conditional: StoryObj = { name: 'Câu hỏi có điều kiện', ...screenStory('conditional questions') }
export const Rows: StoryObj = { name: 'Nhóm lặp lại', ...screenStory('rows') }
export const RowsPasted: StoryObj = { name: 'Nhóm lặp lại: dán từ bảng tính', ...screenStory('rows, pasted from a table') }
export const RowsErrors: StoryObj = { name: 'Nhóm lặp lại: có lỗi', ...screenStory('rows, errors') }
export const CommuneList: StoryObj = { name: 'Danh sách xã đang mở', ...screenStory('commune list open') }
/** `layout="one-page"`: all questions under one hierarchy of headings, with one summary of what is wrong. */
export const OnePage: StoryObj = { name: 'Tất cả câu hỏi trên một trang', ...screenStory('one page, errors') }
/** `shared`: nothing stays on the machine; nobody has touched it for a while. */
export const SharedMachine: StoryObj = { name: 'Máy dùng chung: đếm ngược', ...screenStory('shared machine') }
/** `assisted`: who helps is asked first, and recorded beside the applicant. */
export const Helper: StoryObj = { name: 'Tại quầy: người hỗ trợ', ...screenStory('helper at the counter') }
/** The code holds the address of `phone-page` and nothing that was answered. */
export const OwnPhone: StoryObj = { name: 'Tại quầy: sang điện thoại của bạn', ...screenStory('start, own phone') }
export const Papers: StoryObj = { name: 'Giấy tờ: chưa có', ...screenStory('papers, empty') }
export const PapersSending: StoryObj = { name: 'Giấy tờ: đang gửi', ...screenStory('papers, on the way') }
export const PapersWaiting: StoryObj = { name: 'Giấy tờ: chờ mạng', ...screenStory('papers, waiting for the network') }
export const PapersReceived: StoryObj = { name: 'Giấy tờ: đã nhận', ...screenStory('papers, received') }
export const PapersFailed: StoryObj = { name: 'Giấy tờ: gửi không được', ...screenStory('papers, failed') }
export const Check: StoryObj = { name: 'Kiểm tra lại', ...screenStory('check') }
export const HandedOff: StoryObj = { name: 'Chuyển đi nộp', ...screenStory('handed off') }
/** Where the operator has it end by coming in person, and the gateway takes bookings. */
export const Booking: StoryObj = { name: 'Đặt lịch hẹn', ...screenStory('booking, times') }
export const BookingFull: StoryObj = { name: 'Đặt lịch hẹn: tuần này hết chỗ', ...screenStory('booking, full week') }
export const Booked: StoryObj = { name: 'Đã có lịch hẹn', ...screenStory('booked') }
/** Filed; the fee is paid against the dossier’s code. */
export const Acknowledged: StoryObj = { name: 'Đã nộp, và nộp phí', ...screenStory('acknowledged') }
