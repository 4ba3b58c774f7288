import { violations } from '../../testing/strict-policy.ts'
import axe from 'axe-core'
import { adoptStyles } from 'lit'
import { render } from 'lit/html.js'
import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { loadWords } from '../../locales/strings.ts'
import { viFields } from '../../locales/vi-fields.ts'
import { viFiles } from '../../locales/vi-files.ts'
import { sheet } from '../../look/sheet.ts'
import { fileView } from './file.ts'
import type { FileProps } from './file.ts'
import { fileFaultText, judgeFile } from './judge-file.ts'

const PDF = new File(['%PDF-1.7'], 'Giấy khai sinh.pdf', { type: 'application/pdf' })
const TEXT = new File(['words'], 'a.pdf', { type: 'application/pdf' })

afterEach(() => {
  document.body.replaceChildren()
  expect(violations).toEqual([])
})

/** The field as an element of its own would keep it. */
async function mount(language: 'vi' | 'en', more: Partial<FileProps> = {}) {
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'open' })
  adoptStyles(root, sheet)
  const inner = Object.assign(document.createElement('div'), { className: 'root', lang: language })
  root.append(inner)
  document.body.append(host)
  const words = await loadWords(language, { ...viFields, ...viFiles })
  const props: FileProps = {
    id: 'file', label: language === 'vi' ? 'Giấy khai sinh' : 'Birth certificate', hint: '', error: '', warning: '', required: true, locked: false, disabled: false, words, file: undefined,
    accept: 'application/pdf', mediaTypes: ['application/pdf'], maxBytes: 5_000_000,
    onChoose: (file) => {
      void judgeFile(file, props).then((fault) => { draw({ file, error: fault ? fileFaultText(fault, file, props, words) : '' }) })
    },
    onRemove: () => { draw({ file: undefined, error: '' }) },
    ...more,
  }
  const draw = (change: Partial<FileProps>): void => { render(fileView(Object.assign(props, change)), inner) }
  draw({})
  return { host, root, props }
}

const accessible = async (host: Element): Promise<string[]> => (await axe.run(host)).violations.map(({ id }) => id)

describe('a field for a file', () => {
  it('shows what was chosen, and puts focus back where the next is chosen when it is taken away', async () => {
    const { host, root, props } = await mount('vi')
    expect(await accessible(host)).toEqual([])
    const input = page.getByLabelText('Giấy khai sinh')
    await expect.element(input).toHaveAccessibleDescription('Nhận PDF; mỗi tệp tối đa 4,7 MB.')
    await input.upload(PDF)
    await expect.element(page.getByRole('status')).toHaveTextContent('Giấy khai sinh.pdf · 1 kB')
    expect(await accessible(host)).toEqual([])
    await page.getByRole('button', { name: /^Bỏ tệp này ?: Giấy khai sinh.pdf$/ }).click()
    expect(props.file).toBeUndefined()
    expect(root.activeElement?.id).toBe('file')
    await input.upload(PDF)
    await expect.element(page.getByRole('status')).toHaveTextContent('Giấy khai sinh.pdf · 1 kB')
  })

  it('says what is wrong with a file by its content, in either language', async () => {
    const { host } = await mount('en')
    await page.getByLabelText('Birth certificate').upload(TEXT)
    await expect.element(page.getByLabelText('Birth certificate')).toHaveAccessibleDescription(/This file is not of a kind that is accepted|PDF/)
    await expect.element(page.getByLabelText('Birth certificate')).toHaveAttribute('aria-invalid', 'true')
    expect(await accessible(host)).toEqual([])
  })

  it('can be looked at only, or not used at all', async () => {
    const locked = await mount('vi', { locked: true, file: PDF })
    expect(locked.root.querySelector('input, button')).toBeNull()
    expect(locked.root.textContent).toContain('Giấy khai sinh.pdf · 1 kB')
    expect(await accessible(locked.host)).toEqual([])
    document.body.replaceChildren()
    const disabled = await mount('vi', { disabled: true, file: PDF })
    expect(disabled.root.querySelector('input')?.disabled).toBe(true)
    expect(disabled.root.querySelector('button')).toBeNull()
  })
})
