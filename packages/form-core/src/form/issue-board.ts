import type { Issue } from '@motcua/core/issue'
import { batch, computed, signal } from '@preact/signals-core'
import type { ReadonlySignal } from '@preact/signals-core'
import type { FieldNode, RepeatNode } from '../model/model.ts'
import { withRow } from '../model/reader.ts'
import type { Reader } from '../model/reader.ts'
import { projectFrom } from '../project.ts'
import type { FieldIssue } from '../types.ts'
import { validateAnswers } from '../validate/answers.ts'
import { brokenRule } from '../validate/rules.ts'
import { FieldCell, NO_ISSUES } from './cell.ts'
import type { IssueCell } from './cell.ts'
import type { LiveForm } from './live-form.ts'

/** Issues that a check of the caller's found, not the server's answer to a submission: they come and go by themselves. */
const FINDINGS = new WeakSet<Issue>()

/**
 * Keeps which errors are on show. The list reads the fields whose issues may show, once somebody reads the list: a key costs its
 * own field's check, and the first “Continue” makes nothing for each of a thousand fields.
 */
export class IssueBoard {
  readonly issues: ReadonlySignal<readonly FieldIssue[]>
  readonly #form: LiveForm
  /** What the person has tried, the server spoke at or a check found something at. */
  readonly #shown = new Set<IssueCell>()
  /** Where the server's last answer spoke, also when it is hidden by now. */
  readonly #refused = new Set<IssueCell>()
  readonly #changes = signal(0)
  /** Issues of the last whole validation or the server that no field can carry. */
  readonly #homeless = signal<readonly FieldIssue[]>(NO_ISSUES)

  constructor(form: LiveForm) {
    this.#form = form
    this.issues = computed(() => {
      void this.#changes.value
      const failing = [...this.#shown].filter(cell => cell.issues.value.some(isError))
      return [...this.#inOrder(failing).flatMap(errorsOf), ...this.#homeless.value]
    })
  }

  /** From now on the cell's issues show. */
  try(cell: IssueCell): void {
    cell.tried = true
    this.#show(cell)
  }

  /** Marks everything visible (of one page) as tried, validates the whole payload and returns the errors in page order. */
  validate(pageId: string | undefined): FieldIssue[] {
    return batch(() => {
      const reader = this.#form.plainReader()
      const cells = this.#visibleCells(reader, pageId)
      const beyond = new Map<IssueCell, Issue[]>()
      const homeless: FieldIssue[] = []
      for (const issue of [...validateAnswers(this.#form.definition.schema, projectFrom(reader)), ...this.#rulesWithoutField(reader)]) {
        const cell = this.#cellFor(issue.pointer, reader)
        if (cell) beyond.set(cell, [...beyond.get(cell) ?? [], issue])
        else if (issue.severity === 'error') homeless.push(issue)
      }
      for (const cell of cells) {
        cell.tried = true
        // Where nobody can edit, the server's word stands until the next try: it would bar the way for good.
        cell.keep(issue => FINDINGS.has(issue) || (issue.source === 'server' && issue.clears === 'edit' && !(cell instanceof FieldCell && cell.locked.peek())))
        const live = cell.issues.peek()
        const unseen = beyond.get(cell)?.filter(issue => !live.some(({ code }) => code === issue.code)) ?? NO_ISSUES
        if (unseen.length > 0) cell.extra = [...cell.extra, ...new Map(unseen.map(issue => [issue.code, issue])).values()]
        this.#show(cell)
      }
      if (pageId === undefined) this.#homeless.value = homeless
      return [...cells.flatMap(errorsOf), ...(pageId === undefined ? homeless : [])]
    })
  }

  applyServerIssues(issues: readonly Issue[]): Issue[] {
    return batch(() => {
      for (const cell of this.#refused) cell.keep(issue => issue.source !== 'server' || FINDINGS.has(issue))
      this.#refused.clear()
      const reader = this.#form.plainReader()
      return issues.filter(issue => {
        const cell = this.#cellFor(issue.pointer, reader)
        if (!cell) return true
        // By row key: rows may move before the person mends it.
        cell.extra = [...cell.extra, { ...issue, pointer: this.#form.fieldPointer(issue.pointer) ?? '', source: 'server' }]
        this.#refused.add(cell)
        this.#show(cell)
        return false
      })
    })
  }

  applyFindings(cell: IssueCell, issues: readonly Issue[]): void {
    const others = cell.extra.filter(issue => !FINDINGS.has(issue))
    if (issues.length === 0 && others.length === cell.extra.length) return
    const found = issues.map((issue): Issue => ({ ...issue, source: 'server', clears: 'edit' }))
    for (const issue of found) FINDINGS.add(issue)
    cell.extra = [...others, ...found]
    this.#show(cell)
  }

  /** An answer or the rows of a list changed: what the server said of it, or of a block, row or list round it, may hold no more. */
  edited(pointer: string): void {
    for (const cell of this.#refused) cell.keep(issue => issue.clears !== 'edit' || FINDINGS.has(issue) || !`${pointer}/`.startsWith(`${issue.pointer}/`))
  }

  /** Forgets every attempt: a restored draft starts without errors on show, but for what was found at an answer that it has too. */
  reset(cells: readonly IssueCell[]): void {
    for (const cell of cells) {
      cell.tried = false
      cell.keep(issue => FINDINGS.has(issue))
    }
    this.#homeless.value = NO_ISSUES
  }

  /** The cell's row is gone. */
  drop(cell: IssueCell): void {
    this.#refused.delete(cell)
    if (this.#shown.delete(cell)) this.#changes.value++
  }

  /** What a pattern speaks at: the field there or round it, the list there, the first field inside, the list round it. */
  nodeFor(pattern: string): FieldNode | RepeatNode | undefined {
    const { fields, repeats } = this.#form.model
    return upward(pattern, fields) ?? repeats.get(pattern) ?? inside(fields.values(), pattern)[0] ?? upward(pattern, repeats)
  }

  #cellFor(payloadPointer: string, reader: Reader): IssueCell | undefined {
    const pointer = this.#form.fieldPointer(payloadPointer)
    // What is said of the whole form is no one question's.
    if (!pointer) return undefined
    const inRow = this.#form.splitRow(pointer)
    const row = inRow?.row
    const pattern = inRow ? `${inRow.repeat.pattern}/-${inRow.rest}` : pointer
    const shown = (candidate: FieldNode | RepeatNode): boolean => reader.shows(candidate.scope, row)
    const exact = this.nodeFor(pattern)
    // An issue at a whole block goes to the first question in it that is on show.
    const node = exact && (shown(exact) ? exact : inside(this.#form.model.fields.values(), pattern).find(shown))
    return node && this.#cellOf(node, row)
  }

  #cellOf(node: FieldNode | RepeatNode, row: string | undefined): IssueCell {
    return 'repeat' in node ? this.#form.field(withRow(node.pattern, node.repeat, row)) : this.#form.repeat(node.pattern)
  }

  #visibleCells(reader: Reader, pageId: string | undefined): IssueCell[] {
    const { fields, repeats } = this.#form.model
    const nodes = [...fields.values(), ...repeats.values()].filter(({ page }) => pageId === undefined || page === pageId)
    return this.#inOrder(nodes.flatMap(node => {
      const rows = 'repeat' in node && node.repeat ? reader.rows(node.repeat.pattern) : [undefined]
      // What the page shows is known already: no condition is worked out again.
      return rows.flatMap(row => this.#form.shown(node, row).peek() ? this.#cellOf(node, row) : [])
    }))
  }

  /** Rules that speak at a place no field stands at still have to hold. */
  #rulesWithoutField(reader: Reader): Issue[] {
    return this.#form.definition.rules.flatMap(rule => this.nodeFor(rule.pointer) ? [] : brokenRule(reader, rule, undefined, rule.pointer) ?? [])
  }

  #show(cell: IssueCell): void {
    if (this.#shown.has(cell)) return
    this.#shown.add(cell)
    this.#changes.value++
  }

  /** Reading order; within a repeating group, row by row. */
  #inOrder(cells: IssueCell[]): IssueCell[] {
    const rowOf = (cell: IssueCell): number => cell instanceof FieldCell && cell.node.repeat ? this.#form.rowKeys(cell.node.repeat.pattern).indexOf(cell.row ?? '') : -1
    return cells.sort((a, b) => orderOf(a) - orderOf(b) || rowOf(a) - rowOf(b) || a.node.order - b.node.order)
  }
}

/** Place of a cell, or of the list it stands in. */
function orderOf({ node }: IssueCell): number {
  return 'repeat' in node && node.repeat ? node.repeat.order : node.order
}

function isError(issue: Issue): boolean {
  return issue.severity === 'error'
}

function errorsOf(cell: IssueCell): FieldIssue[] {
  return cell.issues.peek().filter(isError)
}

function upward<T>(pattern: string, nodes: ReadonlyMap<string, T>): T | undefined {
  let node: T | undefined
  for (let at = pattern; at !== '' && !node; at = at.slice(0, at.lastIndexOf('/'))) node = nodes.get(at)
  return node
}

function inside(fields: Iterable<FieldNode>, pattern: string): FieldNode[] {
  return [...fields].filter(node => node.pattern.startsWith(`${pattern}/`))
}
