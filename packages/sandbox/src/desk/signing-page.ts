import { pagePolicy } from '@motcua/eforms/policy'
import type { Hono } from 'hono'
import { html } from 'hono/html'
import { simulatorPage } from '../http/simulator-page.ts'
import type { SimulatorEnv } from '../http/simulator-app.ts'
import type { Sites } from '../http/sites.ts'
import { fileBelow, mediaTypeOf, readIfThere } from '../http/static-files.ts'

/**
 * The page where a result is signed: the kit's element, with a policy of its own. The element signs the officer in by itself, since the
 * desk's bearer never leaves its server; the person who signs is asked at that moment who they are.
 */
export function addSigningPage(app: Hono<SimulatorEnv>, { sites, kitDir, standsFor }: { sites: Sites; kitDir: string; standsFor: string }): void {
  app.get('/motcua/*', async (c) => {
    const file = fileBelow(kitDir, c.req.path.slice('/motcua/'.length))
    const bytes = file === undefined ? undefined : await readIfThere(file)
    return file === undefined || bytes === undefined ? c.notFound() : c.body(new Uint8Array(bytes), 200, { 'content-type': mediaTypeOf(file), 'cache-control': 'no-cache' })
  })

  app.get('/dossiers/:code/sign', (c) => {
    const code = c.req.param('code')
    c.header('content-security-policy', pagePolicy({ gateway: sites.gateway }))
    return c.html(simulatorPage({
      title: 'Ký và phát hành kết quả', standsFor: `${standsFor} Chữ ký ở đây là chữ ký thử, không có giá trị pháp lý.`, script: '/motcua/motcua.js',
      body: html`
<p><a href="/dossiers/${encodeURIComponent(code)}">← Về hồ sơ</a></p>
<motcua-sign portal="${sites.gateway}" dossier="${code}"><p>Trang này cần JavaScript để ký kết quả.</p></motcua-sign>
<p class="hint">Ở bản chạy thử, điện thoại của người ký là <a href="${sites.sign}/" target="_blank" rel="noopener">trang dịch vụ ký số (thẻ mới)</a>. Một người đóng cả vai người có thẩm quyền và văn thư.</p>`,
    }))
  })
}
