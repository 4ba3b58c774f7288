import type { FieldKind } from '../../packages/schemas/src/definition.ts'
import { keysFor } from '../../packages/eforms/src/input-methods/keystrokes.ts'
import type { Method } from '../../packages/eforms/src/input-methods/keystrokes.ts'
import { PHRASES } from '../../packages/eforms/src/input-methods/phrases.ts'
import { TEXT_FIELDS } from '../../packages/eforms/src/input-methods/text-fields.ts'
import type { Place } from './page.ts'

/** What a person types where. Keys that print nothing stand in braces: `Myx{Return}`. */
export interface Case {
  name: string
  place: Place
  keys: string
  /** What must then stand in the box. @default what stands in a box of the browser's own after the same keys */
  text?: string
  /** The kind whose reading of the text is the answer. */
  kind?: FieldKind
  /** What was answered when the page was sent, once for each time. @default as often as a form of the browser's own is sent */
  sent?: readonly unknown[]
  /** Then the person goes on with this, and this is the answer. */
  next?: { keys: string; answer: unknown }
  /** How many options are offered meanwhile. */
  options?: number
}

const FIGURES: ReadonlyArray<readonly [FieldKind, typed: string, answer: unknown]> = [
  ['personal-id', '079158000014', '079158000014'], ['phone', '0912 345 678', '0912345678'], ['integer', '20', 20], ['number', '12,5', 12.5], ['money', '1500000', 1_500_000], ['time', '7h30', '07:30'],
]

/** What is typed with one method in one browser. The phrases go round: `turn` says which fifth of them it is, and where the round of fields begins. */
export function casesFor(method: Method, turn: number): Case[] {
  const keys = (phrase: string): string => phraseKeys(phrase, method)
  const name = keys('Nguyễn Thị Mỹ')
  const field = (index: number): readonly [FieldKind, string] => TEXT_FIELDS[index % TEXT_FIELDS.length] ?? ['text', '/note']
  const inForm = (at: string): Place => ({ where: 'form', at })
  return [
    ...PHRASES.filter((_, index) => index % 5 === turn % 5).map((phrase, index): Case => {
      const [kind, pointer] = field(index + turn)
      return { name: `${phrase} in ${kind}`, place: inForm(pointer), keys: keys(phrase), text: phrase, kind }
    }),
    ...TEXT_FIELDS.map(([kind]): Case => ({ name: `a name in <motcua-${kind}-field>`, place: { where: 'alone', at: kind }, keys: name, text: 'Nguyễn Thị Mỹ', kind })),
    ...FIGURES.map(([kind, typed, answer]): Case => {
      const [, pointer = ''] = TEXT_FIELDS.find(([one]) => one === kind) ?? []
      return { name: `${typed} in ${kind}`, place: inForm(pointer), keys: typed, text: typed, next: { keys: '{Tab}', answer } }
    }),
    { name: 'a date in its three boxes', place: { where: 'form', at: '/requester/birthDate', part: '-day' }, keys: '2', text: '2', next: { keys: '{Tab}11{Tab}1958', answer: '1958-11-02' } },
    { name: 'letters taken back in the middle of a word', place: inForm('/requester/fullName'), keys: `${keys('Nguyễn')}{BackSpace}{BackSpace}${keys('ên')}`, kind: 'person-name' },
    { name: 'letters written into an earlier word', place: inForm('/reason'), keys: `Thuan ${keys('Mỹ')}{Left}{Left}{Left}{Left}${keys('ậ')} `, kind: 'long-text' },
    { name: 'a mark taken back by its key', place: inForm('/note'), keys: `${keys('á')}${method === 'telex' ? 's' : '1'} `, kind: 'text' },
    { name: 'a word that is not Vietnamese', place: inForm('/requester/email'), keys: 'google windows expressvn ', kind: 'email' },
    { name: 'Enter in a word, in a form', place: inForm('/requester/fullName'), keys: `${keys('Thị Mỹ')}{Return}`, text: 'Thị Mỹ', kind: 'person-name', sent: ['Thị Mỹ'] },
    { name: 'Enter in a word, in a field that stands alone', place: { where: 'alone', at: 'person-name' }, keys: `${keys('Thị Mỹ')}{Return}`, text: 'Thị Mỹ', kind: 'person-name', sent: ['Thị Mỹ'] },
    { name: 'Enter in a word, where it begins a line', place: inForm('/reason'), keys: `${keys('Mỹ')}{Return}${keys('Thuận')}`, text: 'Mỹ\nThuận', kind: 'long-text', sent: [] },
    { name: 'a commune that is searched for', place: inForm('/commune'), keys: keys('Mỹ Thuận'), text: 'Mỹ Thuận', options: 2, sent: [], next: { keys: '{Down}{Return}', answer: /^\d{5}$/ } },
    { name: 'an option that is searched for', place: inForm('/kin'), keys: keys('Cha, mẹ'), text: 'Cha, mẹ', next: { keys: '{Tab}', answer: 'parent' } },
  ]
}

function phraseKeys(phrase: string, method: Method): string {
  return phrase.replaceAll(/\p{L}+/gu, (word) => keysFor(word, method, phrase.length % 2 === 0 ? 'tone-last' : 'tone-at-once'))
}
