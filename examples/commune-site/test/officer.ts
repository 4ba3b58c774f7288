import type { Page } from 'playwright'

/** Signs the officer in at the desk and opens a dossier. */
export async function openAtDesk(page: Page, desk: string, code: string): Promise<void> {
  await page.goto(`${desk}/`)
  await page.getByRole('link', { name: 'Đăng nhập' }).click()
  await page.getByRole('radio', { name: /Trần Văn Minh/ }).check()
  await page.getByRole('button', { name: 'Đồng ý và đăng nhập' }).click()
  await page.getByRole('link', { name: code }).click()
  await page.getByRole('heading', { name: `Hồ sơ ${code}` }).waitFor()
}

/** Presses one button of the desk and waits for the sentence that answers it. */
export async function act(page: Page, button: string, answer: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click()
  await page.getByText(answer).first().waitFor()
}

/** Presses one of the two buttons that must be refused. */
export async function tryForbidden(page: Page, button: string, reason: string): Promise<void> {
  await page.getByText('Thử việc bị cấm').click()
  await page.getByRole('button', { name: button }).click()
  await page.getByRole('alert').getByText(reason).waitFor()
}
