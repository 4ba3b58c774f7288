import { html } from 'hono/html'
import type { Hono } from 'hono'
import * as z from 'zod'
import type { CspReportLog } from './commune/csp-reports.ts'
import { faultSchema } from './faults.ts'
import type { FaultInjector } from './faults.ts'
import { createSimulatorApp } from './http/simulator-app.ts'
import type { SimulatorEnv } from './http/simulator-app.ts'
import { simulatorPage } from './http/simulator-page.ts'
import type { Sites } from './http/sites.ts'

export interface AdminOptions { sites: Sites; faults: FaultInjector; reports: CspReportLog }

/** The sandbox's own switchboard: where everything is, and the faults of the network in front of the gateway. */
export function createAdmin({ sites, faults, reports }: AdminOptions): Hono<SimulatorEnv> {
  const app = createSimulatorApp(sites.sandbox, { machinePaths: ['/__'] })

  app.get('/', (c) => c.html(simulatorPage({
    title: 'Bảng điều khiển bản chạy thử',
    standsFor: 'Trang này chỉ có trong bản chạy thử.',
    body: html`
<h2>Các trang</h2>
<ul>
<li><a href="${sites.commune}/">Trang của xã Mỹ Thuận</a></li>
<li><a href="${sites.bank}/">Ngân hàng mô phỏng</a></li>
<li><a href="${sites.desk}/">Bàn làm việc của cán bộ</a></li>
<li><a href="${sites.sign}/">Dịch vụ ký số từ xa</a></li>
<li><a href="${sites.national}/">Nơi nhận đồng bộ quốc gia</a></li>
<li><a href="${sites.population}/">Cơ sở dữ liệu dân cư mô phỏng</a></li>
<li><a href="${sites.idp}/">Dịch vụ đăng nhập</a></li>
</ul>
<h2>Lỗi mạng đang chờ (${faults.list().length})</h2>
<p>Mỗi lỗi trúng một yêu cầu kế tiếp tới máy chủ hồ sơ.</p>
${faults.list().length === 0 ? '' : html`<ol>${faults.list().map((fault) => html`<li class="mono">${JSON.stringify(fault)}</li>`)}</ol>`}
<div class="row">
<form method="post" action="/faults"><input type="hidden" name="fault" value='{"kind":"cut-upload","afterBytes":65536}'><button class="plain">Cắt tải tệp sau 64 kB</button></form>
<form method="post" action="/faults"><input type="hidden" name="fault" value='{"kind":"drop-reply"}'><button class="plain">Mất câu trả lời khi nộp</button></form>
<form method="post" action="/faults"><input type="hidden" name="fault" value='{"kind":"unavailable","times":3}'><button class="plain">Ngừng 3 lần (503)</button></form>
<form method="post" action="/faults"><input type="hidden" name="fault" value='{"kind":"delay","milliseconds":4000,"times":5}'><button class="plain">Chậm 4 giây, 5 lần</button></form>
<form method="post" action="/faults/clear"><button>Bỏ hết lỗi</button></form>
</div>
<h2>Vi phạm chính sách nội dung trên trang của xã: ${reports.list().length}</h2>`,
  })))

  app.post('/faults', async (c) => {
    const parsed = faultSchema.safeParse(parseJson(String((await c.req.formData()).get('fault'))))
    if (parsed.success) faults.add(parsed.data)
    return c.redirect('/', 303)
  })
  app.post('/faults/clear', (c) => {
    faults.clear()
    return c.redirect('/', 303)
  })

  // For tests and scripts. A page elsewhere cannot call these: JSON needs a preflight, which nobody answers.
  app.get('/__faults', (c) => c.json({ faults: faults.list() }))
  app.post('/__faults', async (c) => {
    if (c.req.header('content-type') !== 'application/json') return c.json({ error: 'expected content-type application/json' }, 415)
    const parsed = faultSchema.safeParse(parseJson(await c.req.text()))
    if (!parsed.success) return c.json({ error: z.prettifyError(parsed.error) }, 422)
    faults.add(parsed.data)
    return c.json({ faults: faults.list() }, 201)
  })
  app.delete('/__faults', (c) => {
    faults.clear()
    return c.body(null, 204)
  })
  app.get('/__csp-reports', (c) => c.json({ reports: reports.list() }))
  app.delete('/__csp-reports', (c) => {
    reports.clear()
    return c.body(null, 204)
  })
  return app
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
