import * as fc from 'fast-check'
import type { Issue } from '@motcua/core/issue'
import type { JsonValue } from '@motcua/core/json'
import type { FormDefinition, RepeatDefinition } from '@motcua/schemas/definition'
import { createForm } from '../src/index.ts'
import type { FieldState, Form, RepeatState } from '../src/index.ts'
import { modelOf } from '../src/model/model.ts'

/** One thing that happens to a form. Numbers choose among what is there at that moment. */
export type Happening =
  | { do: 'set'; field: number; row: number; value: number }
  | { do: 'clear' | 'touch'; field: number; row: number }
  | { do: 'add' | 'undo'; repeat: number }
  | { do: 'remove'; repeat: number; row: number }
  | { do: 'move'; repeat: number; row: number; to: number }
  | { do: 'server'; fields: Array<{ field: number; row: number; of: 'answer' | 'list' }> }
  | { do: 'page'; page: number }
  | { do: 'all' | 'restore' | 'reopen' | 'locale' | 'look' }

const n = fc.nat(40)

/** Any history of edits, row operations, server answers, drafts and language switches. */
export const happenings: fc.Arbitrary<Happening[]> = fc.array(fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: fc.constant('set' as const), field: n, row: n, value: n }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('clear' as const, 'touch' as const), field: n, row: n }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('add' as const, 'add' as const, 'undo' as const), repeat: n }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), repeat: n, row: n }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('move' as const), repeat: n, row: n, to: n }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('server' as const), fields: fc.array(fc.record({ field: n, row: n, of: fc.constantFrom('answer', 'answer', 'list') }), { maxLength: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('page' as const), page: n }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('all' as const, 'restore' as const, 'reopen' as const, 'locale' as const, 'look' as const) }) },
), { maxLength: 40 })

/** What some kinds may be given, right and wrong; the rest take text. */
const VALUES: Readonly<Record<string, readonly JsonValue[]>> = {
  '/capacity': ['self', 'authorised', 'nobody'],
  '/relation': ['child', 'other'],
  '/delivery': ['counter', 'post'],
  '/count': [1, 7, 12, 200, '1x'],
  '/wantedOn': ['2026-12-01', '2020-01-01', '2026-13-'],
  '/requester/phone': ['0912345678', '09'],
  '/requester/email': ['an@example.vn', 'an@'],
  '/children/-/kind': ['own', 'adopted'],
  '/children/-/born': ['2020-01-01', '2022-02-30'],
  '/children/-/adoptedOn': ['2021-01-01', '2019-01-01'],
  '/hasWitness': [true, false],
  '/abroad': [true, false],
  '/use': [['garden'], ['house', 'other'], ['other', 'other'], ['barn'], 'other'],
  '/plots/-/use': [['garden', 'other'], ['house', 'house', 'house']],
  '/fenced': [true, false],
  '/agreed': [true, false],
  '/price': [5, 2000, '2 nghìn'],
  '/home/province': ['91', '01'],
  '/home/commune': ['30838', '00004', '3083'],
  '/stays/-/from': ['2025-09-01', '2025-02-31'],
  '/stays/-/province': ['91', '01'],
  '/stays/-/commune': ['30838', '00004'],
  '/stays/-/why': ['study', 'nothing'],
  '/stays/-/people': [1, 2, 0],
  '/stays/-/registered': [true, false],
  '/stays/-/days': [3],
  '/purpose': ['study', 'work'],
  '/answerBy': ['counter', 'email'],
  '/stays/-/proof': ['school', 'lease'],
}
const TEXTS = ['An', 'Nguyễn Thị Ánh', 'một câu trả lời dài hơn bốn mươi ký tự nên không hợp lệ', '']

/** Runs a history on a live form and beside it on a plain record of what was answered. */
export class Run {
  form: Form
  /** Final answers by pointer; undefined = cleared. */
  readonly answers = new Map<string, JsonValue | undefined>()
  readonly rows = new Map<string, string[]>()
  /** Removed rows that may come back, the last one last. */
  readonly #removed: Array<{ repeat: string; key: string; index: number; answers: Array<[string, JsonValue | undefined]> }> = []
  /** Server errors that must still be on their field. */
  readonly server = new Set<string>()
  readonly definition: FormDefinition
  readonly #now = (): Date => new Date('2026-11-21T03:00:00Z')

  constructor(definition: FormDefinition) {
    this.definition = definition
    this.form = this.fresh()
    for (const repeat of this.repeats()) this.rows.set(repeat.pointer, this.#keys(repeat.pointer))
  }

  fresh(): Form {
    return createForm({ definition: this.definition, now: this.#now })
  }

  repeats(): RepeatDefinition[] {
    return [...modelOf(this.definition).repeats.values()].map(node => node.definition)
  }

  /** Pointers of every field that exists now, hidden ones too. */
  pointers(): string[] {
    return [...modelOf(this.definition).fields.values()].flatMap(node => node.repeat
      ? (this.rows.get(node.repeat.pattern) ?? []).map(key => node.pattern.replace('/-/', `/${key}/`)) : [node.pattern])
  }

  apply(happening: Happening): void {
    const { form } = this
    switch (happening.do) {
      case 'set': case 'clear': case 'touch': {
        const pointer = this.#pick(happening.field, happening.row)
        if (happening.do === 'touch') form.touch(pointer)
        else if (!form.field(pointer).locked.value) {
          const pattern = pointer.replace(/\/r\d+\//, '/-/')
          const values = VALUES[pattern] ?? TEXTS
          const value = happening.do === 'set' ? values[happening.value % values.length] : undefined
          const before = form.field(pointer).value.value
          form.setValue(pointer, value)
          // The same answer again is no edit.
          if (form.field(pointer).value.value !== before) this.#edited(pointer)
          this.answers.set(pointer, value === '' ? undefined : value)
        }
        return
      }
      case 'add': {
        const repeat = this.#repeat(happening.repeat)
        if (!repeat || !form.repeat(repeat.pointer).canAdd.value) return
        this.rows.get(repeat.pointer)?.push(form.repeat(repeat.pointer).add().key)
        this.server.delete(repeat.pointer)
        return
      }
      case 'remove': {
        const repeat = this.#repeat(happening.repeat)
        const keys = this.rows.get(repeat?.pointer ?? '') ?? []
        const key = keys[happening.row % Math.max(1, keys.length)]
        if (!repeat || key === undefined || !form.repeat(repeat.pointer).canRemove.value) return
        form.repeat(repeat.pointer).remove(key)
        this.server.delete(repeat.pointer)
        this.rows.set(repeat.pointer, keys.filter(other => other !== key))
        this.#removed.push({ repeat: repeat.pointer, key, index: keys.indexOf(key), answers: [...this.answers].filter(([pointer]) => pointer.startsWith(`${repeat.pointer}/${key}/`)) })
        for (const store of [this.answers, this.server]) for (const pointer of store.keys()) if (pointer.startsWith(`${repeat.pointer}/${key}/`)) store.delete(pointer)
        return
      }
      case 'undo': {
        const repeat = this.#repeat(happening.repeat)
        const last = this.#removed.findLast(row => row.repeat === repeat?.pointer)
        const keys = this.rows.get(repeat?.pointer ?? '') ?? []
        if (!repeat) return
        const back = form.repeat(repeat.pointer).undoRemove()
        if (!last || keys.length >= repeat.maxRows) {
          if (back) throw new Error(`row ${back.key} came back out of nowhere`)
          return
        }
        this.server.delete(repeat.pointer)
        this.#removed.splice(this.#removed.indexOf(last), 1)
        this.rows.set(repeat.pointer, keys.toSpliced(last.index, 0, last.key))
        for (const [pointer, value] of last.answers) this.answers.set(pointer, value)
        return
      }
      case 'move': {
        const repeat = this.#repeat(happening.repeat)
        const keys = this.rows.get(repeat?.pointer ?? '') ?? []
        const key = keys[happening.row % Math.max(1, keys.length)]
        if (!repeat || key === undefined) return
        const to = happening.to % keys.length
        form.repeat(repeat.pointer).move(key, to)
        this.server.delete(repeat.pointer)
        const rest = keys.filter(other => other !== key)
        rest.splice(to, 0, key)
        this.rows.set(repeat.pointer, rest)
        return
      }
      case 'server': {
        this.server.clear()
        const issues: Issue[] = []
        for (const { field, row, of } of happening.fields) {
          const answer = this.#pick(field, row)
          const pointer = of === 'list' ? [...this.rows.keys()].find(list => answer.startsWith(`${list}/`)) ?? answer : answer
          issues.push({ pointer: form.payloadPointer(pointer) ?? '', code: 'SERVER', params: {}, source: 'server', severity: 'error', clears: 'edit' })
          // A hidden question cannot show it: it comes back to the caller.
          if (this.at(pointer).visible.value) this.server.add(pointer)
        }
        form.applyServerIssues(issues)
        return
      }
      case 'page': {
        const pages = form.pages.value
        const page = pages[happening.page % pages.length]?.id ?? ''
        form.validatePage(page)
        this.#tried(page)
        return
      }
      case 'all': form.validateAll(); this.#tried(); return
      case 'locale': form.locale.value = form.locale.value === 'vi' ? 'en' : 'vi'; return
      case 'look': void form.issues.value; for (const pointer of this.pointers()) void form.field(pointer).issues.value; return
      case 'restore': form.restore(JSON.parse(JSON.stringify(form.snapshot()))); this.#forget(); return
      case 'reopen': {
        const snapshot = JSON.parse(JSON.stringify(form.snapshot()))
        this.form = this.fresh()
        this.form.restore(snapshot)
        this.#forget()
      }
    }
  }

  /** A new form given only the final answers, in any order that suits it. */
  replay(): Form {
    const form = this.fresh()
    const keys = new Map<string, string>()
    for (const [pointer, rows] of this.rows) {
      const repeat = form.repeat(pointer)
      while (repeat.rows.value.length < rows.length) repeat.add()
      rows.forEach((key, i) => keys.set(`${pointer}/${key}`, `${pointer}/${repeat.rows.value[i]?.key}`))
    }
    const here = (pointer: string): string => {
      const row = [...keys.keys()].find(prefix => pointer.startsWith(`${prefix}/`))
      return row === undefined ? pointer : `${keys.get(row)}${pointer.slice(row.length)}`
    }
    // A derived field is locked while it is derived; its own answer goes in before what locks it.
    const derived = new Set(this.definition.derivations.map(({ pointer }) => pointer))
    const isDerived = (pointer: string): boolean => derived.has(pointer.replace(/\/r\d+\//, '/-/'))
    for (const [pointer, value] of [...this.answers].toSorted(([a], [b]) => Number(isDerived(b)) - Number(isDerived(a)))) {
      form.setValue(here(pointer), value)
    }
    return form
  }

  #pick(field: number, row: number): string {
    const nodes = [...modelOf(this.definition).fields.values()]
    const node = nodes[field % nodes.length]
    if (!node?.repeat) return node?.pattern ?? ''
    const keys = this.rows.get(node.repeat.pattern) ?? []
    const key = keys[row % Math.max(1, keys.length)]
    return key === undefined ? this.pointers()[0] ?? '' : node.pattern.replace('/-/', `/${key}/`)
  }

  /** A field or a list. */
  at(pointer: string): FieldState | RepeatState {
    return this.rows.has(pointer) ? this.form.repeat(pointer) : this.form.field(pointer)
  }

  /** The server's word about an answer, and about the list it stands in, goes with an edit. */
  #edited(pointer: string): void {
    for (const at of this.server) if (`${pointer}/`.startsWith(`${at}/`)) this.server.delete(at)
  }

  /** A try lets through what nobody here can edit. */
  #tried(page?: string): void {
    for (const pointer of this.server) {
      const state = this.at(pointer)
      const node = modelOf(this.definition).fields.get(state.definition.pointer)
      if (state.type === 'field' && state.locked.value && state.visible.value && (page === undefined || node?.page === page)) this.server.delete(pointer)
    }
  }

  /** What a draft does not hold. */
  #forget(): void {
    this.server.clear()
    this.#removed.length = 0
  }

  #repeat(index: number): RepeatDefinition | undefined {
    const repeats = this.repeats()
    return repeats[index % Math.max(1, repeats.length)]
  }

  #keys(pointer: string): string[] {
    return this.form.repeat(pointer).rows.value.map(row => row.key)
  }
}
