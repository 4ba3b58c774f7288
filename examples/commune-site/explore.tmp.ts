import { startSandbox } from '@motcua/sandbox'
import { openStrictBrowser, sidewaysOverflow } from '/work/main/examples/commune-site/test/strict-browser.ts'
import * as a from '/work/main/examples/commune-site/test/applicant.ts'
const s = await startSandbox({ port: 0 })
const b = await openStrictBrowser('explore')
const page = await b.context.newPage()
page.on('console', m => console.log('console', m.type(), m.text().slice(0,300)))
page.on('pageerror', e => console.log('pageerror', e.message))
const dump = async () => console.log((await page.evaluate(() => (document.querySelector('motcua-eform')?.shadowRoot?.querySelector('.root') as HTMLElement | null)?.innerText ?? document.body.innerText)).slice(0,1500))
try {
await page.goto(s.url() + '/')
await b.picture(page, 'home')
await page.getByRole('link', { name: /bản sao trích lục/i }).first().click()
await page.getByRole('button', { name: 'Đăng nhập để bắt đầu' }).waitFor()
await b.picture(page, 'start'); await dump()
await a.signIn(page)
await a.answerForGrandchild(page)
await b.picture(page, 'copies')
await a.answerCopiesAndDelivery(page)
await b.picture(page, 'documents'); await dump()
} catch (e) { console.log(String(e).slice(0,1500)); await b.picture(page, 'fail'); await dump() }
await b.close(); await s.close(); process.exit(0)
