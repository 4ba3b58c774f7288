import { readFields } from './fields.ts'
import { readPages } from './pages.ts'
import { sameValue } from './values.ts'
import type { PdfFile } from './file.ts'
import type { FormField } from './fields.ts'
import type { XrefEntry } from './revision.ts'
import type { PdfDict, PdfObject, PdfRef, PdfValue } from './values.ts'
import type { ReasonCode } from '../reasons.ts'

const MAX_REACHED = 10_000

export interface LaterChangeOptions {
  /** Whether a later signature may show itself on the page. What it shows may cover what was signed before. */
  allowVisibleSignatures: boolean
}

/**
 * What revision `index` changes beyond what may follow a signature: new signature fields with what belongs to them,
 * and a new document security store (/DSS). Everything else is a change, whether a reader would show it or not.
 */
export function findLaterChanges(file: PdfFile, index: number, options: LaterChangeOptions): ReasonCode[] {
  const step = new RevisionStep(file, index, options)
  return [...step.judge()]
}

/** True when revision `index` adds or fills a signature field; a DSS alone does not count. */
export function addsSignature(file: PdfFile, index: number): boolean {
  const isSigned = ({ type, value }: FormField): boolean => type === 'Sig' && value !== undefined
  return readFields(file, index).filter(isSigned).length > readFields(file, index - 1).filter(isSigned).length
}

class RevisionStep {
  private readonly file: PdfFile
  private readonly index: number
  private readonly reasons = new Set<ReasonCode>()
  /** Existing objects this step may replace, because their content has been compared. */
  private readonly compared = new Set<number>()
  /** New objects that belong to something allowed. */
  private readonly reached = new Set<number>()
  private containers: ReadonlySet<number> | undefined

  private readonly allowVisible: boolean

  constructor(file: PdfFile, index: number, { allowVisibleSignatures }: LaterChangeOptions) {
    this.file = file
    this.index = index
    this.allowVisible = allowVisibleSignatures
  }

  judge(): ReadonlySet<ReasonCode> {
    const before = this.file.revisions[this.index - 1]?.trailer
    const after = this.file.revisions[this.index]?.trailer
    if (!sameValue(before?.entries.get('Root'), after?.entries.get('Root'))) this.reasons.add('LATER_CHANGE_STRUCT')
    if (!sameValue(before?.entries.get('Info'), after?.entries.get('Info'))) this.reasons.add('LATER_CHANGE_INFO')
    const added = this.judgeFields()
    this.judgeCatalog()
    this.judgePages(added)
    this.judgeObjects()
    return this.reasons
  }

  private was(num: number): PdfObject | undefined {
    return this.file.getObject(num, this.index - 1)
  }

  /** New signature fields; everything else about the fields must be as it was. */
  private judgeFields(): ReadonlySet<number> {
    const before = readFields(this.file, this.index - 1)
    const after = readFields(this.file, this.index)
    const added = new Set<number>()
    if (before.some(({ ref }, position) => after[position]?.ref.num !== ref.num)) this.reasons.add('LATER_CHANGE_FORM')
    before.forEach((field, position) => this.judgeOldField(field, after[position]))
    for (const field of after.slice(before.length)) {
      this.judgeNewField(field, added)
    }
    return added
  }

  /** An empty signature field may receive its signature. */
  private judgeOldField(before: FormField, after: FormField | undefined): void {
    if (before.type !== 'Sig' || before.dict.entries.has('V') || !after?.dict.entries.has('V')) return
    const filled = this.allowVisible ? ['V', 'AP'] : ['V']
    if (!sameBut(before.dict, after.dict, filled)) return
    this.compared.add(before.ref.num)
    for (const key of filled) this.reach(after.dict.entries.get(key))
  }

  private judgeNewField({ ref, dict, type }: FormField, added: Set<number>): void {
    const signature = this.file.resolveDict(dict.entries.get('V'), this.index)
    if (type !== 'Sig' || dict.entries.has('Parent') || !signature?.entries.has('ByteRange')) this.reasons.add('LATER_CHANGE_FORM')
    // Field and widget are usually one dictionary; some tools keep the widget apart.
    const kids = itemsOf(this.file.resolve(dict.entries.get('Kids'), this.index))
    this.compareHolder(undefined, dict.entries.get('Kids'))
    this.judgeNewWidget(ref, added, kids.length === 0)
    for (const kid of kids) {
      if (kid.kind === 'ref') this.judgeNewWidget(kid, added, true)
      else this.reasons.add('LATER_CHANGE_FORM')
    }
  }

  private judgeNewWidget({ num }: PdfRef, added: Set<number>, isShown: boolean): void {
    const object = this.file.getObject(num, this.index)
    // A stream could serve as page content elsewhere, so a field is a plain dictionary.
    if (object?.value.kind !== 'dict' || object.stream || this.was(num) || object.value.entries.has('A') || object.value.entries.has('AA')) {
      this.reasons.add('LATER_CHANGE_FORM')
      return
    }
    const rect = this.file.resolve(object.value.entries.get('Rect'), this.index)
    if (!this.allowVisible && (isShown || rect) && !isInvisible(rect)) this.reasons.add('OVERLAY_ANNOTATION')
    added.add(num)
    this.reached.add(num)
    for (const [key, value] of object.value.entries) if (key !== 'P' && key !== 'Parent' && key !== 'Kids') this.reach(value)
  }

  private judgeCatalog(): void {
    const before = this.file.catalog(this.index - 1)
    const after = this.file.catalog(this.index)
    if (!sameBut(before.dict, after.dict, ['AcroForm', 'DSS', 'Extensions'])) this.reasons.add('LATER_CHANGE_STRUCT')
    this.compared.add(before.ref.num)
    const dss = after.dict.entries.get('DSS')
    if (!sameValue(before.dict.entries.get('DSS'), dss)) this.reach(dss)

    const formBefore = before.dict.entries.get('AcroForm')
    const formAfter = after.dict.entries.get('AcroForm')
    const oldForm = this.file.resolveDict(formBefore, this.index - 1)
    const newForm = this.file.resolveDict(formAfter, this.index)
    if (oldForm ? !newForm || !sameBut(oldForm, newForm, ['Fields', 'SigFlags']) : newForm && [...newForm.entries.keys()].some((key) => key !== 'Fields' && key !== 'SigFlags')) {
      this.reasons.add('LATER_CHANGE_FORM')
    }
    this.compareHolder(formBefore, formAfter)
    this.compareHolder(oldForm?.entries.get('Fields'), newForm?.entries.get('Fields'))
  }

  private judgePages(added: ReadonlySet<number>): void {
    const before = readPages(this.file, this.index - 1)
    const after = readPages(this.file, this.index)
    if (before.length !== after.length) this.reasons.add('LATER_CHANGE_PAGE')
    before.forEach((page, position) => {
      const next = after[position]
      if (!next || next.ref.num !== page.ref.num || !sameBut(page.dict, next.dict, ['Annots'])) {
        this.reasons.add('LATER_CHANGE_PAGE')
        return
      }
      this.compared.add(page.ref.num)
      this.judgeAnnotations(page.dict.entries.get('Annots'), next.dict.entries.get('Annots'), added)
    })
  }

  private judgeAnnotations(before: PdfValue | undefined, after: PdfValue | undefined, added: ReadonlySet<number>): void {
    const old = itemsOf(this.file.resolve(before, this.index - 1))
    const now = itemsOf(this.file.resolve(after, this.index))
    if (old.some((item, position) => !sameValue(item, now[position]))) this.reasons.add('LATER_CHANGE_ANNOT')
    if (now.slice(old.length).some((item) => item.kind !== 'ref' || !added.has(item.num))) this.reasons.add('OVERLAY_ANNOTATION')
    this.compareHolder(before, after)
  }

  /** The object that holds a compared value may be the same one rewritten, or a new one. */
  private compareHolder(before: PdfValue | undefined, after: PdfValue | undefined): void {
    if (after?.kind !== 'ref') return
    if (before?.kind === 'ref' && before.num === after.num) this.compared.add(after.num)
    else if (!this.was(after.num)) this.reached.add(after.num)
  }

  /** Marks new objects reached from an allowed value; an existing object is never followed. */
  private reach(root: PdfValue | undefined): void {
    const pending = root ? [root] : []
    for (let value = pending.pop(); value; value = pending.pop()) {
      if (value.kind === 'array') for (const item of value.items) pending.push(item)
      else if (value.kind === 'dict') for (const part of value.entries.values()) pending.push(part)
      else if (value.kind === 'ref' && !this.reached.has(value.num) && this.reached.size < MAX_REACHED && !this.was(value.num)) {
        this.reached.add(value.num)
        const object = this.file.getObject(value.num, this.index)
        if (object) pending.push(object.value)
      }
    }
  }

  /** The new streams that make up the revision itself: its table and its object streams. */
  private isStructural(num: number, entry: XrefEntry): boolean {
    const revision = this.file.revisions[this.index]
    if (!revision || this.was(num)) return false
    if (entry.kind === 'used' && entry.offset === revision.xrefStart) return true
    this.containers ??= new Set([...revision.entries.values()].map((other) => (other.kind === 'compressed' ? other.container : -1)))
    return this.containers.has(num)
  }

  private judgeObjects(): void {
    const info = this.file.revisions[this.index - 1]?.trailer.entries.get('Info')
    for (const [num, entry] of this.file.revisions[this.index]?.entries ?? []) {
      const before = this.was(num)
      if (entry.kind === 'free') {
        if (before) this.reasons.add(classify(before))
        continue
      }
      const after = this.file.getObject(num, this.index)
      // What was signed may point at a number that did not exist yet: whoever fills it in changes what was signed.
      if (!before && this.wasAwaited(num)) this.reasons.add(classify(after))
      if (before ? this.compared.has(num) : this.reached.has(num) || this.isStructural(num, entry)) continue
      if (before && after && this.isIdentical(before, after)) continue
      if (info?.kind === 'ref' && info.num === num) this.reasons.add('LATER_CHANGE_INFO')
      else if (before ?? after) this.reasons.add(classify(before ?? after))
    }
  }

  private wasAwaited(num: number): boolean {
    return this.file.revisions.slice(0, this.index).some((_, revision) => this.file.references(revision).has(num))
  }

  private isIdentical(before: PdfObject, after: PdfObject): boolean {
    const bytesOf = ({ stream }: PdfObject): string => (stream ? new TextDecoder('latin1').decode(this.file.bytes.subarray(stream.start, stream.end)) : '')
    return before.gen === after.gen && sameValue(before.value, after.value) && (before.stream === undefined) === (after.stream === undefined) && bytesOf(before) === bytesOf(after)
  }
}

function itemsOf(value: PdfValue | undefined): readonly PdfValue[] {
  return value?.kind === 'array' ? value.items : []
}

function sameBut(before: PdfDict, after: PdfDict, free: readonly string[]): boolean {
  const keys = new Set([...before.entries.keys(), ...after.entries.keys()])
  return [...keys].every((key) => free.includes(key) || sameValue(before.entries.get(key), after.entries.get(key)))
}

function isInvisible(rect: PdfValue | undefined): boolean {
  const [left, bottom, right, top] = itemsOf(rect).map((item) => (item.kind === 'number' ? item.value : Number.NaN))
  return itemsOf(rect).length === 4 && (left === right || bottom === top)
}

/** The kind of change, told by what the object is. */
function classify(object: PdfObject | undefined): ReasonCode {
  const dict = object?.value.kind === 'dict' ? object.value : undefined
  const nameAt = (key: string): string => {
    const value = dict?.entries.get(key)
    return value?.kind === 'name' ? value.name : ''
  }
  const type = nameAt('Type')
  if (type === 'Page' || type === 'Pages') return 'LATER_CHANGE_PAGE'
  if (type === 'Font' || type === 'FontDescriptor') return 'LATER_CHANGE_FONT'
  if (dict?.entries.has('FT')) return 'LATER_CHANGE_FORM'
  if (type === 'Annot' || dict?.entries.has('Rect')) return 'LATER_CHANGE_ANNOT'
  return object?.stream ? 'LATER_CHANGE_CONTENT' : 'LATER_CHANGE_STRUCT'
}
