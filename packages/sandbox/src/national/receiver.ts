import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { html } from 'hono/html'
import type { Hono } from 'hono'
import * as z from 'zod'
import { stateWord } from '../desk/words.ts'
import { createSimulatorApp } from '../http/simulator-app.ts'
import type { SimulatorEnv } from '../http/simulator-app.ts'
import { simulatorPage, tableView } from '../http/simulator-page.ts'
import { isSameSecret } from '../same-secret.ts'
import type { StateDir } from '../state/state-dir.ts'

/** How the receiver behaves: at once, after five seconds, or with a proxy's 502 page. */
export const RECEIVER_MODES = ['ok', 'slow', 'down'] as const
export type ReceiverMode = (typeof RECEIVER_MODES)[number]

export interface NationalReceiverOptions {
  origin: string
  username: string
  password: string
  state: StateDir
  /** @default 5_000 */
  slowMs?: number
}

export const AUTH_PATH = '/adapter/auth'
export const INTEGRATION_PATH = '/adapter/integration'
const FILE = 'national.json'

const record = z.record(z.string(), z.unknown())
const keptDossier = z.object({ record, progress: z.array(record) })
type KeptDossier = z.infer<typeof keptDossier>
const loginCall = z.object({ username: z.string(), password: z.string() })
const serviceCall = z.looseObject({ session: z.string(), madonvi: z.string(), service: z.string() })
const writeCall = z.object({ isUpdating: z.enum(['True', 'False']), data: z.array(z.looseObject({ MaHoSo: z.string() })).min(1) })

/**
 * Fake receiver of the national portal, generation G1: login, then one envelope for every service. It keeps what it was
 * given (`DongBoHoSoMC`, `CapNhatTienDoHoSoMC`) and answers look-ups (`TraCuuHoSo`). Names and reply styles as seen in
 * public integrations (docs/wire-facts.md, “Transport with session”, C-B, checked 2026-10; the guide's own text was not read).
 */
export async function createNationalReceiver(options: NationalReceiverOptions): Promise<Hono<SimulatorEnv>> {
  const app = createSimulatorApp(options.origin, { machinePaths: ['/adapter/'] })
  const dossiers = await readKept(options.state)
  const sessions = new Set<string>()
  let mode: ReceiverMode = 'ok'

  app.use('/adapter/*', async (c, next) => {
    if (mode === 'down') return c.html('<html><body><h1>502 Bad Gateway</h1></body></html>', 502)
    if (mode === 'slow') await sleep(options.slowMs ?? 5000)
    return next()
  })

  app.post(AUTH_PATH, async (c) => {
    const login = loginCall.safeParse(await c.req.json().catch(() => undefined))
    if (!login.success || login.data.username !== options.username || !isSameSecret(login.data.password, options.password)) {
      return c.json({ error_code: 1, message: 'sai tài khoản' })
    }
    const session = randomUUID()
    sessions.add(session)
    return c.json({ error_code: 0, session })
  })

  app.post(INTEGRATION_PATH, async (c) => {
    const body: unknown = await c.req.json().catch(() => undefined)
    const call = serviceCall.safeParse(body)
    if (!call.success || !sessions.has(call.data.session)) return c.json({ error_code: '-1', message: 'phiên không hợp lệ' })
    if (call.data.service === 'TraCuuHoSo') {
      const found = dossiers.get(String(call.data.MaHoSo ?? call.data.maHoSo))
      return c.json({ error_code: 0, result: found === undefined ? [] : [found.record] })
    }
    const write = writeCall.safeParse(body)
    if (!write.success) return c.json({ error_code: '-2', message: `dữ liệu không hợp lệ: ${z.prettifyError(write.error)}` })
    const refusal = call.data.service === 'DongBoHoSoMC' ? takeDossiers(write.data)
      : call.data.service === 'CapNhatTienDoHoSoMC' ? takeProgress(write.data)
        : { error_code: '-9', message: 'dịch vụ không có' }
    if (refusal !== undefined) return c.json(refusal)
    await options.state.write(FILE, JSON.stringify([...dossiers]))
    return c.json({ error_code: '00', message: 'thành công' })
  })

  app.post('/mode', async (c) => {
    const wanted = (await c.req.formData()).get('mode')
    mode = RECEIVER_MODES.find((known) => known === wanted) ?? mode
    return c.redirect('/', 303)
  })

  app.get('/__received', (c) => c.json({ mode, dossiers: [...dossiers.values()] }))

  app.get('/', (c) => c.html(simulatorPage({
    title: 'Nơi nhận đồng bộ quốc gia',
    standsFor: 'Trang này đóng vai hệ thống nhận hồ sơ đồng bộ của Cổng Dịch vụ công quốc gia.',
    body: html`
<form method="post" action="/mode"><fieldset><legend>Cách trả lời</legend>
${RECEIVER_MODES.map((known) => html`<label class="choice"><input type="radio" name="mode" value="${known}"${known === mode ? ' checked' : ''}><span>${MODE_WORDS[known]}</span></label>`)}
<button>Đổi</button></fieldset></form>
<h2>Đã nhận ${dossiers.size} hồ sơ</h2>
${dossiers.size === 0 ? html`<p>Chưa nhận hồ sơ nào.</p>` : tableView(
  ['Mã hồ sơ', 'Thủ tục', 'Trạng thái', 'Tiến độ'],
  [...dossiers].reverse().map(([code, { record: kept, progress }]) => [
    html`<span class="mono">${code}</span>`, String(kept.TenTTHC ?? ''), stateWord(Number(kept.TrangThaiHoSo)), `${progress.length} bước`,
  ]),
)}`,
  })))
  return app

  function takeDossiers(call: z.infer<typeof writeCall>): { error_code: string; message: string } | undefined {
    for (const dossier of call.data) {
      const known = dossiers.get(dossier.MaHoSo)
      if (call.isUpdating === 'False' && known !== undefined) return { error_code: '-3', message: `hồ sơ ${dossier.MaHoSo} đã tồn tại` }
      if (call.isUpdating === 'True' && known === undefined) return { error_code: '-4', message: `hồ sơ ${dossier.MaHoSo} chưa tồn tại` }
      dossiers.set(dossier.MaHoSo, { record: dossier, progress: known?.progress ?? [] })
    }
    return undefined
  }

  function takeProgress(call: z.infer<typeof writeCall>): { error_code: string; message: string } | undefined {
    if (call.data.length > 10) return { error_code: '-5', message: 'mỗi lần gửi tối đa 10 bước' }
    for (const step of call.data) {
      const known = dossiers.get(step.MaHoSo)
      if (known === undefined) return { error_code: '-4', message: `hồ sơ ${step.MaHoSo} chưa tồn tại` }
      known.progress.push(step)
    }
    return undefined
  }
}

const MODE_WORDS: Readonly<Record<ReceiverMode, string>> = {
  ok: 'Trả lời ngay',
  slow: 'Chậm 5 giây',
  down: 'Ngừng (502)',
}

async function readKept(state: StateDir): Promise<Map<string, KeptDossier>> {
  const text = await state.read(FILE)
  return new Map(text === undefined ? [] : z.array(z.tuple([z.string(), keptDossier])).parse(JSON.parse(text)))
}
