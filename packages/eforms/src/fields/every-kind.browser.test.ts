import { violations } from '../testing/strict-policy.ts'
import { createForm } from '@motcua/form-core'
import { parseInput } from '@motcua/form-core/parse-input'
import { FIELD_KINDS } from '@motcua/schemas/definition'
import { signal } from '@preact/signals-core'
import axe from 'axe-core'
import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { displayValue } from '../form-view/display-value.ts'
import type { FormContext } from '../form-view/context.ts'
import { mountForm } from '../form/mount-form.ts'
import type { MountFormOptions, MountedForm } from '../form/mount-form.ts'
import { fillPage } from '../form-tester/fill-page.ts'
import { vitestPage } from '../form-tester/vitest-page.ts'
import { loadWords } from '../locales/strings.ts'
import type { Language } from '../locales/strings.ts'
import { viFields } from '../locales/vi-fields.ts'
import { PlaceDirectory } from '../places/place-directory.ts'
import { readCommunes } from '../places/read-communes.ts'
import { FIXTURE_PLACES } from '../testing/definition.ts'
import { ANSWERS, everyKind, QUESTIONS } from '../testing/every-kind.ts'
import type { QuestionName } from '../testing/every-kind.ts'

const definition = everyKind()

afterEach(() => {
  document.body.replaceChildren()
  expect(violations).toEqual([])
})

async function mount(options: MountFormOptions = {}): Promise<MountedForm> {
  const box = document.createElement('div')
  document.body.append(box)
  const mounted = mountForm(box, definition, { loadPlaces: async () => FIXTURE_PLACES, ...options })
  // Until the controls of their own chunks have come.
  await expect.poll(() => mounted.root.querySelectorAll('input:disabled').length).toBe(0)
  return mounted
}

async function contextFor(language: Language): Promise<FormContext> {
  const places = new PlaceDirectory(async () => FIXTURE_PLACES)
  await places.load(readCommunes)
  const form = createForm({ definition, locale: language, initial: { ...ANSWERS } })
  return { form, words: signal(await loadWords(language, viFields)), labels: signal(definition.locales[language]), places, message: () => '' }
}

const box = (name: QuestionName, language: Language = 'vi') => page.getByRole('textbox', { name: QUESTIONS[name][language].label })
const leave = () => userEvent.keyboard('{Tab}')
const errorOf = ({ root }: MountedForm, name: QuestionName): string => root.querySelector(`#f-${name}-error`)?.textContent?.replace(/^(Lỗi|Error): /, '') ?? ''
const valueIn = ({ root }: MountedForm, name: QuestionName): string => root.querySelector<HTMLInputElement>(`#f-${name}`)?.value ?? ''

describe('a form with every kind of field', () => {
  it('has a question of each', () => {
    expect(Object.values(QUESTIONS).map(({ kind }) => kind).sort()).toEqual([...FIELD_KINDS].sort())
  })

  it.each(['vi', 'en'] as const)('takes what a person answers (%s), and gives it back after a draft, in boxes and in words', async (language) => {
    const { form } = await mount({ language })
    const context = await contextFor(language)
    const [all] = context.form.pages.value
    expect(await fillPage({ page: vitestPage(page, userEvent, { pace: 'fast' }), form: context.form, items: all?.items.value ?? [], context, timeoutMs: 5000 })).toEqual([])
    expect(form.project()).toEqual(ANSWERS)
    expect(form.validateAll()).toEqual([])
    const draft = JSON.parse(JSON.stringify(form.snapshot()))
    document.body.replaceChildren()

    const again = await mount({ language })
    again.form.restore(draft)
    expect(again.form.project()).toEqual(ANSWERS)
    const shown = language === 'vi'
      ? { number: '1234,5', money: '1.500.000', time: '07:30', integer: '2', searchSelect: 'Đài Loan', commune: 'Xã Mỹ Thuận, An Giang' }
      : { number: '1234.5', money: '1,500,000', time: '07:30', integer: '2', searchSelect: 'Đài Loan (en)', commune: 'Xã Mỹ Thuận, An Giang' }
    for (const [name, text] of Object.entries(shown)) await expect.poll(() => valueIn(again, name as QuestionName), { message: name }).toBe(text)
    for (const name of ['number', 'money', 'time', 'integer', 'phone'] as const) expect(parseInput(QUESTIONS[name].kind, valueIn(again, name)), name).toEqual(ANSWERS[name])
    expect([...again.root.querySelectorAll<HTMLInputElement>('input:checked')].map(({ id }) => id)).toEqual(['f-radio-0', 'f-checkboxes-0', 'f-checkboxes-2', 'f-checkbox', 'f-yesNo-1', 'f-consent'])
    expect(again.root.querySelector('output')?.textContent).toBe(language === 'vi' ? '16.000' : '16,000')

    const words = Object.fromEntries((all?.items.value ?? []).flatMap((item) => (item.type === 'field' ? [[item.pointer.slice(1), displayValue(item, context)]] : [])))
    expect(words).toMatchObject(language === 'vi'
      ? { number: '1234,5', money: '1.500.000 đ', time: '07:30', searchSelect: 'Đài Loan', checkboxes: 'Sổ đỏ; Biên lai thuế', yesNo: 'Không', consent: 'Có', readOnly: '16.000', date: '05/11/2021' }
      : { number: '1234.5', money: '1,500,000 đ', time: '07:30', searchSelect: 'Đài Loan (en)', checkboxes: 'Land certificate; Tax receipt', yesNo: 'No', consent: 'Yes', readOnly: '16,000', date: '05/11/2021' })
  })

  it.each(['vi', 'en'] as const)('says what is missing and is accessible empty, with errors and filled (%s)', async (language) => {
    const mounted = await mount({ language })
    const accessible = async (): Promise<string[]> => (await axe.run(mounted.root.host)).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
    expect(await accessible()).toEqual([])
    expect(mounted.send().map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(Object.keys(QUESTIONS).filter((name) => !['checkbox', 'readOnly'].includes(name)).map((name) => `/${name} required`))
    expect(errorOf(mounted, 'checkboxes')).toBe(language === 'vi' ? 'Hãy chọn ít nhất một lựa chọn ở mục “Có giấy tờ nào?”.' : 'Choose at least one option for “Which papers?”.')
    expect(errorOf(mounted, 'consent')).toBe(language === 'vi' ? 'Bạn cần đồng ý với mục “Tôi đồng ý cho kiểm tra dữ liệu” để tiếp tục.' : 'You need to agree to “I agree that data are checked” to go on.')
    expect(await accessible()).toEqual([])
    document.body.replaceChildren()
    const filled = await mount({ language, initial: { ...ANSWERS } })
    filled.send()
    expect((await axe.run(filled.root.host)).violations.map(({ id }) => id)).toEqual([])
  })

  it('leads from the summary to the first control of each', async () => {
    const { root, send } = await mount()
    send()
    for (const name of ['money', 'time', 'searchSelect', 'checkboxes', 'yesNo', 'consent'] as const) {
      root.querySelector<HTMLElement>(`#summary a[href="#f-${name}"]`)?.click()
      expect(root.activeElement?.id, name).toMatch(new RegExp(`^f-${name}(-0)?$`))
    }
  })
})

describe('an amount', () => {
  it('is read as it is typed, put in groups on leaving, and said in words', async () => {
    const mounted = await mount()
    await box('money').fill('1500000đ')
    expect(mounted.form.project()).toMatchObject({ money: 1_500_000 })
    expect(valueIn(mounted, 'money')).toBe('1500000đ')
    await leave()
    expect(valueIn(mounted, 'money')).toBe('1.500.000')
    const control = mounted.root.querySelector('#f-money')
    expect(control?.getAttribute('aria-describedby')?.split(' ').map((id) => mounted.root.getElementById(id)?.textContent)).toEqual(['Một triệu năm trăm nghìn đồng'])
    await mounted.speak('en')
    expect(control?.hasAttribute('aria-describedby')).toBe(false)
  })

  it('that is none stays as typed and is asked again; emptied, it is no answer', async () => {
    const mounted = await mount()
    await box('money').fill('1,5 triệu')
    await leave()
    expect(valueIn(mounted, 'money')).toBe('1,5 triệu')
    await expect.poll(() => errorOf(mounted, 'money')).toBe('Hãy viết mục “Vốn kinh doanh” bằng chữ số, đơn vị đồng, ví dụ 1.500.000.')
    await box('money').fill('500')
    await expect.poll(() => errorOf(mounted, 'money')).toBe('Số tiền ở mục “Vốn kinh doanh” phải từ 1.000 đồng trở lên.')
    await box('money').fill('')
    expect(mounted.form.field('/money').value.value).toBeUndefined()
  })
})

describe('a number', () => {
  it('may have its comma or its point, and is not guessed at where it may be thousands', async () => {
    const mounted = await mount()
    await box('number').fill('12.5')
    await leave()
    expect([valueIn(mounted, 'number'), mounted.form.project().number]).toEqual(['12,5', 12.5])
    await box('number').fill('1.500')
    await leave()
    expect([valueIn(mounted, 'number'), mounted.form.project().number]).toEqual(['1.500', '1.500'])
    await expect.poll(() => errorOf(mounted, 'number')).toMatch(/không tách hàng nghìn: 1500 hoặc 1,5/)
    await box('number').fill('1500')
    await expect.poll(() => errorOf(mounted, 'number')).toBe('')
  })
})

describe('a time', () => {
  it('is taken as people say it', async () => {
    const mounted = await mount()
    await box('time').fill('2 giờ 30 chiều')
    await leave()
    expect([valueIn(mounted, 'time'), mounted.form.project().time]).toEqual(['14:30', '14:30'])
    await box('time').fill('25h')
    await leave()
    await expect.poll(() => errorOf(mounted, 'time')).toBe('Mục “Mở cửa lúc mấy giờ?” phải là giờ trong ngày, ví dụ 7:30 hoặc 19:05.')
    expect(valueIn(mounted, 'time')).toBe('25h')
  })
})

describe('several of a set', () => {
  it('stand in the order of the set, and nothing ticked is no answer', async () => {
    const { form } = await mount()
    const tick = (name: string) => page.getByRole('checkbox', { name }).click()
    await tick('Biên lai thuế')
    await tick('Sổ đỏ')
    expect(form.project().checkboxes).toEqual(['deed', 'tax'])
    await tick('Sổ đỏ')
    await tick('Biên lai thuế')
    expect(form.field('/checkboxes').value.value).toBeUndefined()
  })
})

describe('yes or no', () => {
  it('knows no answer from “no”', async () => {
    const { form } = await mount()
    const group = page.getByRole('group', { name: 'Đã từng kết hôn?' })
    expect(form.field('/yesNo').value.value).toBeUndefined()
    await group.getByRole('radio', { name: 'Không' }).click()
    expect(form.project()).toMatchObject({ yesNo: false })
    await group.getByRole('radio', { name: 'Có' }).click()
    expect(form.project()).toMatchObject({ yesNo: true })
  })
})

describe('consent', () => {
  it('shows all that is agreed to on request, and counts only while it is ticked', async () => {
    const { form, root } = await mount()
    const details = root.querySelector('details')
    expect([...details?.querySelectorAll('p') ?? []].map(({ textContent }) => textContent)).toEqual(['Dữ liệu được đối chiếu một lần.', 'Kết quả không được lưu.'])
    await page.getByText('Xem toàn văn').click()
    expect(details?.open).toBe(true)
    const tick = page.getByRole('checkbox', { name: 'Tôi đồng ý cho kiểm tra dữ liệu' })
    await tick.click()
    expect(form.project()).toMatchObject({ consent: true })
    await tick.click()
    expect(form.project()).not.toHaveProperty('consent')
  })
})

describe('one of many options', () => {
  it('is found without marks, with the keyboard alone', async () => {
    const mounted = await mount()
    const combobox = page.getByRole('combobox', { name: 'Quốc gia' })
    await combobox.fill('dai')
    const options = page.getByRole('listbox', { name: 'Quốc gia' }).getByRole('option')
    await expect.element(options).toHaveTextContent('Đài Loan')
    expect(mounted.form.field('/searchSelect').value.value).toBeUndefined()
    await userEvent.keyboard('{ArrowDown}{Enter}')
    expect([valueIn(mounted, 'searchSelect'), mounted.form.project().searchSelect]).toEqual(['Đài Loan', 'C4'])
    await userEvent.keyboard('{ArrowDown}')
    expect(options.elements()).toHaveLength(8)
    await userEvent.keyboard('{Escape}')
    expect(options.elements()).toHaveLength(0)
  })

  it('is chosen by its whole words, kept in mind when nothing matches, and cleared with its text', async () => {
    const mounted = await mount()
    const combobox = page.getByRole('combobox', { name: 'Quốc gia' })
    await combobox.fill('nhat ban')
    await leave()
    expect([valueIn(mounted, 'searchSelect'), mounted.form.project().searchSelect]).toEqual(['Nhật Bản', 'C5'])
    await combobox.fill('sao hỏa')
    await leave()
    expect([valueIn(mounted, 'searchSelect'), mounted.form.field('/searchSelect').value.value]).toEqual(['sao hỏa', undefined])
    await expect.poll(() => errorOf(mounted, 'searchSelect')).toBe('Bạn chưa trả lời mục “Quốc gia”.')
    mounted.form.setValue('/searchSelect', 'C1')
    await expect.poll(() => valueIn(mounted, 'searchSelect')).toBe('Lào')
    mounted.form.clear('/searchSelect')
    await expect.poll(() => valueIn(mounted, 'searchSelect')).toBe('')
  })
})

describe('what is only shown', () => {
  it('follows the answers, is spoken, and takes no typing', async () => {
    const { form, root } = await mount()
    const output = root.querySelector('output')
    expect(output?.textContent).toBe('Chưa có')
    await box('integer').fill('3')
    expect(output?.textContent).toBe('24.000')
    await expect.element(page.getByRole('status', { name: 'Lệ phí' })).toHaveTextContent('24.000')
    expect(form.field('/readOnly').locked.value).toBe(true)
    expect(form.project()).toMatchObject({ readOnly: 24_000 })
  })
})
