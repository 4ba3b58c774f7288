import type { JsonValue } from '@motcua/core/json'
import { childPointer, isJsonObject, type Report, type SourceTree, valueAt } from '@motcua/schemas/generator'

/** A list whose entries must differ in one member, and must have the form of a code. */
interface CodeList { file: string; at: string; member: string; form: RegExp }

const LISTS: readonly CodeList[] = [
  { file: 'reference/administrative-units.json', at: '/provinces', member: '0', form: /^[0-9]{2}$/ },
  { file: 'reference/legacy-units.json', at: '/provinces', member: '0', form: /^[0-9]{2}$/ },
  { file: 'reference/legacy-units.json', at: '/districts', member: '0', form: /^[0-9]{3}$/ },
  { file: 'reference/ethnic-groups.json', at: '/groups', member: 'code', form: /^[0-9]{2}$/ },
  { file: 'reference/countries.json', at: '/countries', member: '0', form: /^[A-Z]{2}$/ },
  { file: 'reference/banks.json', at: '/banks', member: 'bin', form: /^[0-9]{6}$/ },
]

/** Codes of the reference tables and of option sets: each once, each of the right form. */
export function checkReference(tree: SourceTree, report: Report): void {
  for (const file of new Set([...LISTS.map((list) => list.file), 'reference/option-sets.json'])) {
    if (!tree.has(file)) report({ code: 'missing-file', file, pointer: '', message: 'The reference file is missing.', fix: 'Restore it.' })
  }
  for (const list of LISTS) {
    const source = tree.get(list.file)
    if (source !== undefined) checkCodes(valueAt(source.value, list.at), list, report)
  }
  const provinces = valueAt(tree.get('reference/administrative-units.json')?.value, '/provinces')
  const communes = (Array.isArray(provinces) ? provinces : []).flatMap((province, index) => {
    const rows = Array.isArray(province) ? province[3] : undefined
    return (Array.isArray(rows) ? rows : []).map((row, position) => ({ row, at: `/provinces/${index}/3/${position}` }))
  })
  let areUnitsSound = true
  const unitReport: Report = (problem) => {
    areUnitsSound = false
    report(problem)
  }
  const seen = new Set<string>()
  for (const { row, at } of communes) {
    refuseCode(seen, Array.isArray(row) ? row[0] : undefined, /^[0-9]{5}$/, { file: 'reference/administrative-units.json', pointer: `${at}/0` }, unitReport)
  }
  // A commune whose code is wrong would only show again as an old one that leads nowhere.
  if (areUnitsSound) checkLegacyUnits(tree, seen, report)
  const sets = valueAt(tree.get('reference/option-sets.json')?.value, '/sets')
  for (const name of isJsonObject(sets) ? Object.keys(sets) : []) {
    const at = `${childPointer('/sets', name)}/options`
    checkCodes(valueAt(sets, `/${name}/options`), { file: 'reference/option-sets.json', at, member: 'value', form: /./ }, report)
  }
}

/** Every old commune once, in a known district, and now in communes that exist. */
function checkLegacyUnits(tree: SourceTree, communes: ReadonlySet<string>, report: Report): void {
  const file = 'reference/legacy-units.json'
  const units = tree.get(file)?.value
  const rows = valueAt(units, '/communes')
  const districts = valueAt(units, '/districts')
  const known = new Set((Array.isArray(districts) ? districts : []).map((row) => (Array.isArray(row) ? row[0] : undefined)))
  const seen = new Set<string>()
  ;(Array.isArray(rows) ? rows : []).forEach((row, index) => {
    const [code, , district, targets] = Array.isArray(row) ? row : []
    refuseCode(seen, code, /^[0-9]{5}$/, { file, pointer: `/communes/${index}/0` }, report)
    if (district !== null && !known.has(district)) {
      report({ code: 'unknown-unit', file, pointer: `/communes/${index}/2`, message: `There is no district ${JSON.stringify(district ?? null)} in "districts".`, fix: 'Correct the code, or write null when the district is not known.' })
    }
    const list = Array.isArray(targets) ? targets : []
    if (list.length === 0 || list.some((target) => typeof target !== 'string' || !communes.has(target))) {
      report({ code: 'unknown-unit', file, pointer: `/communes/${index}/3`, message: `${JSON.stringify(targets ?? null)} names no communes of administrative-units.json.`, fix: 'Name the communes the area belongs to now.' })
    }
  })
}

function checkCodes(list: JsonValue | undefined, { file, at, member, form }: CodeList, report: Report): void {
  if (!Array.isArray(list)) {
    report({ code: 'missing-list', file, pointer: at, message: `Expected a list at "${at}".`, fix: 'Restore the reference file.' })
    return
  }
  const seen = new Set<string>()
  list.forEach((entry, index) => {
    refuseCode(seen, valueAt(entry, `/${member}`), form, { file, pointer: `${at}/${index}/${member}` }, report)
  })
}

function refuseCode(seen: Set<string>, code: JsonValue | undefined, form: RegExp, { file, pointer }: { file: string; pointer: string }, report: Report): void {
  const text = typeof code === 'string' ? code : ''
  if (!form.test(text)) {
    report({ code: 'bad-code', file, pointer, message: `${JSON.stringify(code ?? null)} does not have the form of a code here (${form.source}).`, fix: 'Correct the code; codes are texts, leading zeros count.' })
  } else if (seen.has(text)) {
    report({ code: 'duplicate-code', file, pointer, message: `"${text}" stands here twice.`, fix: 'Remove or correct one of them.' })
  }
  seen.add(text)
}
