import type { Language } from '../locales/strings.ts'
import { walk } from './ax-tree.ts'
import type { AxNode } from './ax-tree.ts'

/**
 * What a screen reader has to say, composed from the computed tree in the order most of them keep: name, role, states,
 * value, description. The words for roles are ours; every screen reader has its own.
 */
const ROLES: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  textbox: ['ô nhập', 'edit'], searchbox: ['ô tìm', 'search edit'], combobox: ['hộp chọn', 'combo box'], checkbox: ['ô đánh dấu', 'check box'], radio: ['nút chọn', 'radio button'], spinbutton: ['ô số', 'spin button'],
  button: ['nút', 'button'], link: ['liên kết', 'link'], group: ['nhóm', 'group'], radiogroup: ['nhóm', 'group'], listbox: ['danh sách', 'list box'], option: ['lựa chọn', 'option'],
  alert: ['cảnh báo', 'alert'], status: ['trạng thái', 'status'], note: ['ghi chú', 'note'], image: ['hình', 'image'], img: ['hình', 'image'], progressbar: ['tiến độ', 'progress bar'],
  DisclosureTriangle: ['nút', 'button'], region: ['vùng', 'region'], list: ['danh sách', 'list'], table: ['bảng', 'table'], columnheader: ['tiêu đề cột', 'column header'], rowheader: ['tiêu đề hàng', 'row header'], cell: ['ô', 'cell'],
}
const STATES = {
  level: ['tiêu đề cấp', 'heading level'], required: ['bắt buộc', 'required'], invalid: ['không hợp lệ', 'invalid entry'], readonly: ['chỉ đọc', 'read only'], disabled: ['không dùng được', 'unavailable'], multiline: ['nhiều dòng', 'multi line'],
  checked: ['đã chọn', 'checked'], unchecked: ['chưa chọn', 'not checked'], expanded: ['đang mở', 'expanded'], collapsed: ['đang đóng', 'collapsed'], selected: ['đang chọn', 'selected'], items: ['mục', 'items'],
} as const
/** They are said as one thing: what is inside is their name or value. */
const WHOLE = new Set(['textbox', 'searchbox', 'combobox', 'spinbutton', 'checkbox', 'radio', 'button', 'link', 'option', 'heading', 'image', 'img', 'progressbar', 'DisclosureTriangle'])
/** They are said when one comes into them. */
const SCOPES = new Set(['group', 'radiogroup', 'listbox', 'alert', 'status', 'note', 'table', 'dialog'])
/** What they hold is the name of something else. */
const NAMES = new Set(['LabelText', 'Legend', 'legend', 'labelText'])

/** One thing in one line: "Họ tên, ô nhập, bắt buộc, không hợp lệ, Lỗi: …". */
export function spokenLine({ role, name, description, value, states }: AxNode, language: Language): string {
  const say = ([vi, en]: readonly [vi: string, en: string]): string => (language === 'vi' ? vi : en)
  const kind = ROLES[role]
  return [
    name,
    role === 'heading' ? `${say(STATES.level)} ${String(states.level)}` : kind ? say(kind) : '',
    states.multiline === true ? say(STATES.multiline) : '',
    states.checked === 'true' ? say(STATES.checked) : states.checked === 'false' ? say(STATES.unchecked) : '',
    role === 'option' && states.selected === true ? say(STATES.selected) : '',
    states.expanded === true ? say(STATES.expanded) : states.expanded === false && role !== 'combobox' ? say(STATES.collapsed) : '',
    states.required === true ? say(STATES.required) : '',
    states.invalid === 'true' ? say(STATES.invalid) : '',
    states.readonly === true ? say(STATES.readonly) : '',
    states.disabled === true ? say(STATES.disabled) : '',
    // A file chooser's value is in the words of the browser.
    value === name || role === 'button' ? '' : value,
    description === name ? '' : description,
  ].filter((part) => part !== '').join(', ')
}

/** Everything in reading order, as one hears it who reads the page line by line. */
export function spokenLines(root: AxNode, language: Language): string[] {
  const lines: string[] = []
  let block: AxNode | undefined
  const visit = (node: AxNode): void => {
    const { role } = node
    if (NAMES.has(role)) {
      // A control may stand inside its label.
      for (const child of node.children) if (child.role !== 'StaticText') visit(child)
      return
    }
    if (role === 'StaticText') {
      const last = lines.length - 1
      if (block === node.parent && last >= 0) lines[last] += ` ${node.name}`
      else lines.push(node.name)
      block = node.parent
      return
    }
    if (role === 'InlineTextBox') return
    if (WHOLE.has(role) || (SCOPES.has(role) && spokenScope(node, language) !== '')) {
      lines.push(WHOLE.has(role) ? spokenLine(node, language) : spokenScope(node, language))
      block = undefined
    }
    if (!WHOLE.has(role)) for (const child of node.children) visit(child)
  }
  visit(root)
  return lines
}

/** A group by its name, nothing when it has none; an alert, a note or a status that says something is said by its role. */
function spokenScope(node: AxNode, language: Language): string {
  return (node.role === 'group' ? node.name === '' : node.children.length === 0) ? '' : spokenLine(node, language)
}

/** Where the focus is, after the groups it has come into that `before` was not in. */
export function spokenFocus(tree: AxNode, language: Language, before: AxNode | undefined): string {
  const focus = focusOf(tree)
  if (!focus) return ''
  const left = new Set(before ? scopesOf(before).map(({ id }) => id) : [])
  return [...scopesOf(focus).filter(({ id, name }) => !left.has(id) && name !== '').reverse(), focus].map((node) => spokenLine(node, language)).join(' | ')
}

/** The innermost thing that has the focus; an option of a list that a box points at counts. */
export function focusOf(tree: AxNode): AxNode | undefined {
  const focused = [...walk(tree)].filter(({ role, states }) => states.focused === true && role !== 'RootWebArea').at(-1)
  return focused?.role === 'combobox' ? [...walk(focused.parent ?? focused)].find(({ role, states }) => role === 'option' && states.selected === true) ?? focused : focused
}

function scopesOf(node: AxNode): AxNode[] {
  const scopes: AxNode[] = []
  for (let { parent } = node; parent; { parent } = parent) if (SCOPES.has(parent.role)) scopes.push(parent)
  return scopes
}

/** Every control of a field in one line, after the group one comes into. */
export function spokenField(root: AxNode, language: Language): string {
  return [...walk(root)].filter(({ role, name }) => role !== 'listbox' && ((WHOLE.has(role) && role !== 'option') || (SCOPES.has(role) && name !== '')))
    .map((node) => [spokenLine(node, language), node.role === 'status' ? textOf(node) : ''].filter((part) => part !== '').join(', ')).join(' | ')
}

/** The words a region holds. */
export function textOf(region: AxNode): string { return [...walk(region)].filter(({ role }) => role === 'StaticText').map(({ name }) => name).join(' ') }
