import { setTimeout as sleep } from 'node:timers/promises'
import { html } from 'hono/html'
import type { Hono } from 'hono'
import * as z from 'zod'
import { createSimulatorApp } from '../http/simulator-app.ts'
import type { SimulatorEnv } from '../http/simulator-app.ts'
import { simulatorPage, tableView } from '../http/simulator-page.ts'
import { TEST_PEOPLE } from '../identity-provider/people.ts'
import { isSameSecret } from '../same-secret.ts'
import { citizenRecord } from './records.ts'

/** How the database behaves: as it should, late, not at all, as if it knew nobody, or with somebody else's record. */
export const POPULATION_MODES = ['ok', 'slow', 'down', 'nobody', 'somebody-else'] as const
export type PopulationMode = (typeof POPULATION_MODES)[number]

export interface PopulationOptions {
  origin: string
  /** What the caller names itself by. */
  secret: string
  /** @default 5_000 */
  slowMs?: number
}

export const LOOK_UP_PATH = '/tra-cuu/cong-dan'
/** `maTichHop` of the citizen look-up. */
export const INTEGRATION_CODE = '037'

const call = z.object({
  maYeuCau: z.string().min(1).max(40), maDVC: z.string().min(1).max(20), maTichHop: z.literal(INTEGRATION_CODE), maDonVi: z.string().min(1).max(35), maCanBo: z.string().min(1).max(20),
  soDinhDanh: z.string().regex(/^\d{12}$/), hoVaTen: z.string().min(1).max(100), ngayThangNam: z.string().regex(/^(\d{4}(-\d{2}-\d{2})?)?$/),
})
type LookUp = Pick<z.infer<typeof call>, 'maYeuCau' | 'maDVC' | 'maDonVi' | 'maCanBo'> & { found: boolean }

/**
 * Fake National Population Database: the citizen look-up in its REST variant, for the test people of the simulated sign-in. It
 * gives more than a form may take, as the real one does, and keeps who asked for what but not whom about.
 */
export function createPopulationDatabase(options: PopulationOptions): Hono<SimulatorEnv> {
  const app = createSimulatorApp(options.origin, { machinePaths: [LOOK_UP_PATH] })
  const asked: LookUp[] = []
  let mode: PopulationMode = 'ok'

  app.post(LOOK_UP_PATH, async (c) => {
    if (!isSameSecret(c.req.header('authorization') ?? '', `Bearer ${options.secret}`)) return c.json({ message: 'không có quyền tra cứu' }, 401)
    const wanted = call.safeParse(await c.req.json().catch(() => undefined))
    if (!wanted.success) return c.json({ message: 'dữ liệu không hợp lệ' }, 400)
    if (mode === 'down') return c.html('<html><body><h1>502 Bad Gateway</h1></body></html>', 502)
    if (mode === 'slow') await sleep(options.slowMs ?? 5000)
    const { maYeuCau, maDVC, maDonVi, maCanBo, soDinhDanh, hoVaTen } = wanted.data
    const person = TEST_PEOPLE.find(({ personalId }) => personalId === (mode === 'somebody-else' ? TEST_PEOPLE.find((other) => other.personalId !== soDinhDanh)?.personalId : soDinhDanh))
    const isTheirs = mode === 'somebody-else' || person?.fullName.toLocaleUpperCase('vi') === hoVaTen.normalize('NFC')
    const record = person === undefined || mode === 'nobody' || !isTheirs ? undefined : citizenRecord(person.personalId)
    asked.push({ maYeuCau, maDVC, maDonVi, maCanBo, found: record !== undefined })
    return record === undefined ? c.json({ message: 'không tìm thấy' }, 404) : c.json({ maYeuCau, data: record })
  })

  app.post('/mode', async (c) => {
    const wanted = (await c.req.formData()).get('mode')
    mode = POPULATION_MODES.find((known) => known === wanted) ?? mode
    return c.redirect('/', 303)
  })

  app.get('/__asked', (c) => c.json({ mode, asked }))

  app.get('/', (c) => c.html(simulatorPage({
    title: 'Cơ sở dữ liệu dân cư mô phỏng',
    standsFor: 'Trang này đóng vai Cơ sở dữ liệu quốc gia về dân cư. Mọi người trong đó đều là người không có thật.',
    body: html`
<form method="post" action="/mode"><fieldset><legend>Cách trả lời</legend>
${POPULATION_MODES.map((known) => html`<label class="choice"><input type="radio" name="mode" value="${known}"${known === mode ? ' checked' : ''}><span>${MODE_WORDS[known]}</span></label>`)}
<button>Đổi</button></fieldset></form>
<h2>Người có trong dữ liệu mô phỏng</h2>
${tableView(['Họ tên', 'Có dữ liệu'], TEST_PEOPLE.map(({ fullName, personalId }) => [fullName, citizenRecord(personalId) === undefined ? 'Không' : 'Có']))}
<h2>Đã tra cứu ${asked.length} lần</h2>
${asked.length === 0 ? html`<p>Chưa có lần tra cứu nào.</p>` : tableView(
  ['Mã yêu cầu', 'Thủ tục', 'Cơ quan', 'Tìm thấy'],
  [...asked].reverse().map(({ maYeuCau, maDVC, maDonVi, found }) => [html`<span class="mono">${maYeuCau}</span>`, maDVC, maDonVi, found ? 'Có' : 'Không']),
)}`,
  })))
  return app
}

const MODE_WORDS: Readonly<Record<PopulationMode, string>> = {
  ok: 'Trả lời ngay',
  slow: 'Chậm 5 giây',
  down: 'Ngừng (502)',
  nobody: 'Không tìm thấy ai',
  'somebody-else': 'Trả về người khác',
}
