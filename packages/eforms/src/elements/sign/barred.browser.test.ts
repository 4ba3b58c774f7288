import { PortalProblemError } from '@motcua/portal-client'
import { afterEach, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { expectAccessible, press } from '../../testing/harness.ts'
import { FIXTURE_CODE, FixturePortal, fixtureServices } from '../../testing/services.ts'
import { FixtureSigning, fixtureSigning } from '../../testing/signing.ts'
import './define.ts'

afterEach(() => { document.body.replaceChildren() })

/** The gateway refuses to show anything: no retry would help. */
async function mount(name: string, status: number) {
  const signing = new FixtureSigning(await fixtureSigning())
  signing.look = () => Promise.reject(new PortalProblemError({ type: `urn:motcua:problem:${name}`, title: 'Từ chối.', status, correlationId: 'c0ffee' }))
  const element = Object.assign(document.createElement('motcua-sign'), { services: { ...fixtureServices({ portal: new FixturePortal() }), signing } })
  element.setAttribute('dossier', FIXTURE_CODE)
  document.body.append(element)
  return element
}
const alert = (): string => page.getByRole('alert').element().textContent ?? ''

it.each(['officer-only', 'not-your-agency'])('tells an account that may not sign here so (%s), and lets somebody else sign in', async (name) => {
  const element = await mount(name, 403)
  await expect.poll(alert).toContain('Tài khoản này không được ký kết quả của hồ sơ này.')
  await expectAccessible(element)
  element.lang = 'en'
  await expect.poll(alert).toContain('The account that is signed in may not see or sign')
  await expectAccessible(element)
  element.lang = 'vi'
  await press('Đăng nhập bằng tài khoản khác')
  await expect.element(page.getByRole('button', { name: 'Đăng nhập', exact: true })).toBeVisible()
})

it('says that the gateway does not know the dossier', async () => {
  const element = await mount('dossier-not-found', 404)
  await expect.poll(alert).toContain(`Không tìm thấy hồ sơ ${FIXTURE_CODE}.`)
  expect(page.getByRole('button', { name: 'Đăng nhập bằng tài khoản khác' }).elements()).toHaveLength(0)
  await expectAccessible(element)
})
