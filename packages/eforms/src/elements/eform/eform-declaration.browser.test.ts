import { violations } from '../../testing/strict-policy.ts'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { cdp, page } from 'vitest/browser'
import type { FormDefinition } from '@motcua/schemas/definition'
import '../../define.ts'
import { fixtureDefinition } from '../../testing/definition.ts'
import { field, fillForSelf, mountEform, press, rootOf } from '../../testing/harness.ts'

const media = (name: string): Promise<unknown> => (cdp() as { send(method: string, params: object): Promise<unknown> }).send('Emulation.setEmulatedMedia', { media: name })

afterEach(async () => {
  await media('')
  vi.restoreAllMocks()
  document.body.replaceChildren()
  expect(violations).toEqual([])
})

async function declared(lang = 'vi', change?: (definition: FormDefinition) => void, morePages = 0): Promise<HTMLElement> {
  const card = document.body.appendChild(document.createElement('div'))
  const element = mountEform({ definition: fixtureDefinition(change) })
  card.append(document.createElement('h1'), element)
  await press('Bắt đầu')
  await fillForSelf()
  for (let done = 0; done <= morePages; done++) await press('Tiếp tục')
  await field('Tôi cam đoan').click()
  await press('Hoàn tất tờ khai')
  element.lang = lang
  await expect.poll(() => rootOf(element).querySelector('.paper')).not.toBeNull()
  return rootOf(element).querySelector<HTMLElement>('.paper') ?? expect.fail('no declaration')
}

const texts = (paper: HTMLElement, selector: string): string[] => [...paper.querySelectorAll(selector)].map(({ textContent }) => (textContent ?? '').replace(/\s+/g, ' ').trim())

describe('the declaration on paper', () => {
  it('has the head, the questions in the order of the form, and the block for the signature, in Vietnamese whatever was spoken', async () => {
    const paper = await declared('en')
    expect(texts(paper, '.nation, .motto, h2, .addressee')).toEqual(['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Tờ khai Cấp bản sao trích lục (thử)', 'Kính gửi: Ủy ban nhân dân xã Mỹ Thuận'])
    expect(texts(paper, 'h3, h4')).toEqual(['Người yêu cầu', 'Thông tin người yêu cầu', 'Người được cấp bản sao', 'Bản sao'])
    expect(texts(paper, 'dt')).toEqual([
      'Họ, chữ đệm, tên người yêu cầu:', 'Ngày sinh của người yêu cầu:', 'Số định danh cá nhân:', 'Số điện thoại:', 'Thư điện tử:', 'Bạn xin bản sao cho ai?',
      'Nơi đã đăng ký:', 'Số lượng bản sao:', 'Lý do:',
    ])
    expect(texts(paper, '.sign p')).toEqual(['Làm tại: ……………, ngày …… tháng …… năm ………', 'Người yêu cầu', '(Ký, ghi rõ họ, chữ đệm, tên)'])
  })

  it('is addressed to the body that receives it, under the name and the number of the official form', async () => {
    const fact = { source: 'Dữ liệu thử', checkedOn: '2026-11-22', confidence: 'CONFIRMED' as const }
    const paper = await declared('vi', ({ procedure }) => {
      procedure.receivedBy = { body: 'commune-police', ...fact }
      procedure.declarationForm = { name: { vi: 'Tờ khai thay đổi thông tin cư trú', en: 'Declaration' }, code: 'CT01', ...fact }
    })
    expect(texts(paper, '.form-code, h2, .addressee')).toEqual(['Mẫu CT01', 'Tờ khai thay đổi thông tin cư trú', 'Kính gửi: Công an xã Mỹ Thuận'])
    await media('print')
    expect(getComputedStyle(paper.querySelector('h2') ?? paper).textTransform).toBe('uppercase')
    expect(getComputedStyle(paper.querySelector('.sign') ?? paper).breakBefore).toBe('avoid')
  })

  it('writes a name in capitals where the official form wants it so', async () => {
    const paper = await declared('vi', ({ pages }) => {
      const [group] = pages[0]?.items ?? []
      const name = group?.type === 'group' ? group.items.find((item) => item.type === 'field' && item.pointer === '/requester/fullName') : undefined
      if (name?.type !== 'field') expect.fail('The fixture begins with a name.')
      name.inCapitals = true
    })
    expect(texts(paper, '.person-name dd')).toEqual(['NGUYỄN THỊ MẪU'])
  })

  it('has no title and no question that speaks to the reader of the screen, none with nothing under it, and says that a list is empty', async () => {
    const paper = await declared('vi', ({ pages, locales }) => {
      locales.vi.pages.requester = { title: 'Bạn là ai?' }
      locales.vi.fields['/forWhom'] = { label: 'Bạn xin bản sao cho ai?', onPaper: 'Cấp bản sao cho' }
      locales.vi.pages.never = { title: 'Không bao giờ hỏi' }
      locales.vi.pages.benefits = { title: 'Chế độ đang hưởng' }
      locales.vi.groups['/benefits'] = { legend: 'Chế độ' }
      pages.push(
        { id: 'never', items: [{ type: 'group', id: 'requester', items: [{ type: 'field', pointer: '/never', field: 'text', required: false, visibleWhen: { '==': [{ var: '/forWhom' }, 'other'] } }] }] },
        { id: 'benefits', items: [{ type: 'repeat', pointer: '/benefits', minRows: 0, maxRows: 2, items: [] }] },
      )
    }, 1)
    expect(texts(paper, '.boxes dt')).toEqual(['Cấp bản sao cho:'])
    expect(texts(paper, 'h3, h4, h3 + p')).toEqual(['Thông tin người yêu cầu', 'Người được cấp bản sao', 'Bản sao', 'Chế độ đang hưởng', 'Không có'])
  })

  it('ticks one box among the few that were offered, and leaves a dotted line to be filled in by hand', async () => {
    const paper = await declared('vi', ({ optionSets, pages }) => {
      const forWhom = pages.flatMap(({ items }) => items).find((item) => item.type === 'field' && item.pointer === '/forWhom')
      if (forWhom?.type !== 'field') expect.fail('The fixture asks for whom it is.')
      optionSets[forWhom.optionSet ?? '']?.push({ value: 'nobody', label: { vi: 'Không cho ai', en: 'Nobody' } })
      forWhom.except = ['nobody']
    })
    expect(texts(paper, '.boxes dd')).toEqual(['☑ Cho chính tôi ☐ Cho người khác (cháu, con, cha, mẹ…)'])
    await media('print')
    const email = paper.querySelector('.email dd') ?? expect.fail('no line for the e-mail')
    expect(email.textContent).toBe('')
    expect(getComputedStyle(email).borderBottomStyle).toBe('dotted')
    expect(email.clientHeight).toBeGreaterThan(15)
  })

  it('is printed alone and on the whole width, whatever frame the page has put it in', async () => {
    const paper = await declared()
    const card = document.querySelector('div') ?? expect.fail('no card')
    Object.assign(card.style, { display: 'flex', width: '200px', padding: '40px', overflow: 'hidden' })
    const print = vi.spyOn(globalThis, 'print').mockImplementation(() => undefined)
    await expect.element(page.getByText('Ở đó, hãy tìm thủ tục có mã 9.000635.')).toBeVisible()
    await press('In tờ khai')
    expect(print).toHaveBeenCalledOnce()
    await media('print')
    expect(getComputedStyle(document.querySelector('h1') ?? card).display).toBe('none')
    expect(getComputedStyle(card)).toMatchObject({ display: 'block', paddingLeft: '0px', overflowX: 'visible' })
    expect(paper.getBoundingClientRect().width).toBe(document.documentElement.clientWidth)
    globalThis.dispatchEvent(new Event('afterprint'))
    expect(getComputedStyle(card).display).toBe('flex')
    await expect.element(page.getByText('Mở nơi nộp hồ sơ')).not.toBeVisible()
  })
})
