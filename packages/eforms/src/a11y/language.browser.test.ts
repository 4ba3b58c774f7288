import { afterEach, describe, expect, it } from 'vitest'
import { rootOf } from '../testing/harness.ts'
import { SCREENS } from './screens.ts'

afterEach(() => { document.body.replaceChildren() })

/** Letters that Vietnamese has and English has not. */
const VIETNAMESE = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu
/** Names of people, places, offices and languages: the criterion excepts them. */
const NAMES = /^(?:Nguyễn [\p{L} ]+|Xã [\p{L} ]+, [\p{L} ]+|Tỉnh [\p{L} ]+|(?:Trần Văn Minh, )?UBND [\p{L} ]+|Ủy ban nhân dân xã Mỹ Thuận|Ấp Mỹ Thuận, [\p{L}, ]+|Cổng tiếp nhận[\p{L} ,]*|Cán bộ Thử[\p{L} ,]*|Ngân hàng Thử nghiệm|Tiếng Việt)$/u
/** Names within a sentence, of places up to its next mark, the sign of the currency, and the hours a desk has published. */
const NAME_INSIDE = /Nguyễn Văn Mẫu|Nguyễn Văn An|Nguyễn Thị Mẫu|(?:Phường|Xã|Trung tâm) [\p{L} ,]+|\d đ(?:ồng)?|Thứ Hai đến thứ Sáu[^<]*/gu

function languageOf(node: Node): string {
  const lang = node.parentElement?.closest('[lang]')?.getAttribute('lang')
  return lang ?? ''
}

describe.each(['vi', 'en'] as const)('in %s', (language) => {
  it.each(SCREENS.filter((_screen, index) => import.meta.env.MOTCUA_CONFORMANCE === 'full' || index % 4 === 1))('every word on “$name” is under its language', async ({ show }) => {
    const root = rootOf(await show(language))
    expect(root.querySelector('.root')?.getAttribute('lang')).toBe(language)
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const strays: string[] = []
    while (texts.nextNode()) {
      const { currentNode } = texts
      const text = (currentNode.textContent ?? '').trim()
      const isSeen = currentNode.parentElement?.checkVisibility() === true && !currentNode.parentElement.closest('option')
      if (isSeen && languageOf(currentNode) === 'en' && VIETNAMESE.test(text.replaceAll(NAME_INSIDE, '')) && !NAMES.test(text)) strays.push(text)
    }
    expect(strays).toEqual([])
  })
})
