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

/**
 * Signs the draft of a result as the leader and issues it as the clerk: the element asks who the officer is, each act is confirmed on the
 * page that stands for the officer's telephone.
 */
export async function signResult(page: Page, telephone: Page, service: string, code: string): Promise<void> {
  await page.getByRole('link', { name: 'Ký và phát hành kết quả' }).click()
  await signInAtElement(page)
  await page.getByRole('link', { name: 'Mở đúng tệp này để xem (thẻ mới)' }).waitFor()
  for (const press of ['Phê duyệt và ký số', 'Phát hành kết quả']) {
    await page.getByRole('button', { name: press }).click()
    await page.getByText('Đang chờ bạn xác nhận trên thiết bị ký số.').waitFor()
    // A reload forgets the session, not the request.
    await page.reload()
    await signInAtElement(page)
    await page.getByText('Đang chờ bạn xác nhận trên thiết bị ký số.').waitFor()
    await telephone.bringToFront()
    await telephone.goto(`${service}/`)
    await telephone.getByText(`Kết quả hồ sơ ${code}`).first().waitFor()
    await telephone.getByRole('button', { name: 'Xác nhận ký' }).click()
    await telephone.getByText('Không có yêu cầu nào đang chờ xác nhận.').waitFor()
    await page.bringToFront()
    await page.getByText(press === 'Phát hành kết quả' ? /^Đã phát hành\./ : /^Đã phê duyệt và ký\./).waitFor()
  }
  await page.getByText('Kết quả này đã đủ chữ ký.').waitFor()
}

/** The element asks who the officer is, on the page it stands on. */
async function signInAtElement(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByRole('radio', { name: /Trần Văn Minh/ }).check()
  await page.getByRole('button', { name: 'Đồng ý và đăng nhập' }).click()
}
