import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { REPOSITORY, schemasIn, temporaryFolder } from '../../test/harness.ts'
import { checkTree } from './check-tree.ts'
import { lineOf } from './locate.ts'

const SCHEMAS = path.join(REPOSITORY, 'schemas')
/** Two procedures kept for these mistakes alone, so that the published ones may change. */
const root = schemasIn(temporaryFolder('check'))
const filesNow = (): string[] => readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
const sound = new Map(filesNow().map((file) => [file, readFileSync(file)]))

/** The tree with one mistake in it, and without the one of the case before. */
function brokenTree(breakIt: (root: string) => void): string {
  for (const file of filesNow()) if (!sound.has(file)) rmSync(file)
  for (const [file, bytes] of sound) {
    if (existsSync(file) && readFileSync(file).equals(bytes)) continue
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, bytes)
  }
  breakIt(root)
  return root
}

const EXTRACT = 'procedures/extract-copy/2026-01-14'
const BIRTH = 'procedures/birth-registration/2026-01-14'

/** Replaces the first occurrence; a replacement that changes nothing is a mistake of the test. */
const replace = (file: string, from: string, to: string) => (root: string): void => {
  const target = path.join(root, file)
  const text = readFileSync(target, 'utf8')
  const changed = text.replace(from, () => to)
  expect(changed, `${file} holds ${from}`).not.toBe(text)
  writeFileSync(target, changed)
}

describe('motcua check', () => {
  it.each<[string, (root: string) => void, RegExp]>([
    ['the values', replace(`${EXTRACT}/procedure.json`, '"kind": "phi"', '"kind": "fee"'), /^Use one of "phi", "lePhi"\.$/],
    ['the keys of a question', replace(`${EXTRACT}/form.layout.json`, '{ "at": "/reason", "field": "long-text" }', '{ "at": "/reason", "field": "long-text", "hint": "" }'), /^Known here: at, field, autocomplete, .*visibleWhen\.$/],
    ['the keywords of a number', replace(`${EXTRACT}/form.schema.json`, '"minimum": 1,', '"minimum": 1, "multipleOf": 1,'), /^Known here: title, description, type, minimum, maximum\./],
    ['the formats', replace('vocabulary/scalars.schema.json', '"maxLength": 254,', '"maxLength": 254, "format": "email",'), /^Use one of "date"\.$|^Use "date"\.$/],
  ])('says %s that would be right', (_, breakIt, fix) => {
    expect(checkTree(brokenTree(breakIt)).problems.map((problem) => problem.fix)).toEqual([expect.stringMatching(fix)])
  })

  it.each([['that is not there', path.join(root, 'nowhere')], ['that is a file', fileURLToPath(import.meta.url)]])('says so of a folder %s', (_, root) => {
    expect(checkTree(root)).toMatchObject({ problems: [{ code: 'no-folder', line: 1, message: 'There is no such folder.' }], procedures: [] })
  })

  it('finds no mistake in the published tree', () => {
    expect(checkTree(SCHEMAS).problems).toEqual([])
  })

  it.each<{ mistake: string; breakIt: (root: string) => void; code: string; file: string; pointer: string; lineHolds: string; message: RegExp }>([
    {
      mistake: 'a comma after the last element', breakIt: replace(`${EXTRACT}/form.layout.json`, '"derivations": []', '"derivations": [],'),
      code: 'not-json', file: `${EXTRACT}/form.layout.json`, pointer: '', lineHolds: '', message: /is not JSON: a key in quotation marks was expected/,
    },
    {
      mistake: 'a keyword outside the profile', breakIt: replace(`${EXTRACT}/form.schema.json`, '"minimum": 1,', '"minimum": 1, "multipleOf": 1,'),
      code: 'keyword-outside-profile', file: `${EXTRACT}/form.schema.json`, pointer: '/properties/count/multipleOf', lineHolds: '"multipleOf"', message: /"multipleOf" is not allowed/,
    },
    {
      mistake: 'a format the engines disagree on', breakIt: replace('vocabulary/scalars.schema.json', '"maxLength": 254,', '"maxLength": 254, "format": "email",'),
      code: 'meta-schema', file: 'vocabulary/scalars.schema.json', pointer: '/$defs/email/format', lineHolds: '"format"', message: /"email" is not one of the values/,
    },
    {
      mistake: 'a fact without its confidence', breakIt: replace(`${EXTRACT}/procedure.json`, '"source": "Thông tư 281/2016/TT-BTC",\n      "checkedOn": "2026-07-18",\n      "confidence": "CONFIRMED"', '"source": "Thông tư 281/2016/TT-BTC",\n      "checkedOn": "2026-07-18"'),
      code: 'meta-schema', file: `${EXTRACT}/procedure.json`, pointer: '/fees/0/confidence', lineHolds: '{', message: /"confidence" is missing/,
    },
    {
      mistake: 'capitals for a reason on paper', breakIt: replace(`${EXTRACT}/form.layout.json`, '{ "at": "/reason", "field": "long-text" }', '{ "at": "/reason", "field": "long-text", "inCapitals": true }'),
      code: 'mark-without-meaning', file: `${EXTRACT}/form.layout.json`, pointer: '/pages/6/items/1/inCapitals', lineHolds: '"inCapitals"', message: /"inCapitals" means nothing for a field of the kind "long-text"/,
    },
    {
      mistake: 'words for a number of copies on paper', breakIt: replace(`${EXTRACT}/form.layout.json`, '"field": "integer"', '"field": "integer", "inWords": true'),
      code: 'mark-without-meaning', file: `${EXTRACT}/form.layout.json`, pointer: '/pages/6/items/0/inWords', lineHolds: '"inWords"', message: /"inWords" means nothing for a field of the kind "integer"/,
    },
    {
      mistake: 'capitals for a birthday in a block', breakIt: replace('vocabulary/blocks.json', '"field": "partial-date"', '"field": "partial-date", "inCapitals": true'),
      code: 'mark-without-meaning', file: 'vocabulary/blocks.json', pointer: '/blocks/person/items/1/inCapitals', lineHolds: '"inCapitals"', message: /for a field of the kind "partial-date"/,
    },
    {
      mistake: 'a reference that leads nowhere', breakIt: replace(`${EXTRACT}/form.schema.json`, '#/$defs/paragraph', '#/$defs/paragraf'),
      code: 'broken-reference', file: `${EXTRACT}/form.schema.json`, pointer: '/properties/reason/$ref', lineHolds: 'paragraf', message: /leads nowhere/,
    },
    {
      mistake: 'an option set that does not exist', breakIt: replace(`${EXTRACT}/form.schema.json`, '"optionSet": "extractKind"', '"optionSet": "extractKinds"'),
      code: 'unknown-option-set', file: `${EXTRACT}/form.schema.json`, pointer: '/properties/requestKind/optionSet', lineHolds: 'extractKinds', message: /no option set "extractKinds"/,
    },
    {
      mistake: 'a condition that an absent answer would satisfy', breakIt: replace(`${BIRTH}/form.schema.json`, '"properties": { "birthCase": { "enum": ["both-parents", "father-unknown"] } }, "required": ["birthCase"]', '"properties": { "birthCase": { "enum": ["both-parents", "father-unknown"] } }, "required": ["undertaking"]'),
      code: 'unreadable-condition', file: `${BIRTH}/form.schema.json`, pointer: '/allOf/0', lineHolds: '{', message: /visibility can be derived/,
    },
    {
      mistake: 'a question asked twice', breakIt: replace(`${EXTRACT}/form.layout.json`, '{ "at": "/reason", "field": "long-text" }', '{ "at": "/reason", "field": "long-text" }, { "at": "/record/number", "field": "text" }'),
      code: 'asked-twice', file: `${EXTRACT}/form.layout.json`, pointer: '/pages', lineHolds: '"pages"', message: /"\/record\/number" is asked for twice/,
    },
    {
      mistake: 'a question of the schema that no page asks', breakIt: replace(`${EXTRACT}/form.layout.json`, ',\n        { "at": "/record/book", "field": "text", "widthChars": 12 }', ''),
      code: 'field-not-asked', file: `${EXTRACT}/form.layout.json`, pointer: '/pages', lineHolds: '"pages"', message: /No page asks for "\/record\/book"/,
    },
    {
      mistake: 'a question that is no value of the schema', breakIt: replace(`${EXTRACT}/form.layout.json`, '{ "at": "/capacity", "field": "radio" }', '{ "at": "/capacity", "field": "radio" },\n        { "at": "/householdBook", "field": "text" }'),
      code: 'unknown-field', file: `${EXTRACT}/form.layout.json`, pointer: '/pages/0/items/1', lineHolds: '/householdBook', message: /no value of the schema/,
    },
    {
      mistake: 'a control that cannot give the type', breakIt: replace(`${EXTRACT}/form.layout.json`, '"at": "/undertaking", "field": "checkbox"', '"at": "/undertaking", "field": "text"'),
      code: 'wrong-field-kind', file: `${EXTRACT}/form.layout.json`, pointer: '/pages/8/items/0/field', lineHolds: '/undertaking', message: /cannot ask for "\/undertaking"/,
    },
    {
      mistake: 'several choices asked where the schema takes one', breakIt: replace(`${EXTRACT}/form.layout.json`, '{ "at": "/requestKind", "field": "radio" }', '{ "at": "/requestKind", "field": "checkboxes" }'),
      code: 'wrong-field-kind', file: `${EXTRACT}/form.layout.json`, pointer: '/pages/3/items/0/field', lineHolds: '/requestKind', message: /"checkboxes" cannot ask for "\/requestKind", whose type is string/,
    },
    {
      mistake: 'a yes-no question that takes only yes', breakIt: replace(`${EXTRACT}/form.layout.json`, '"at": "/undertaking", "field": "checkbox"', '"at": "/undertaking", "field": "yes-no"'),
      code: 'kind-without-schema', file: `${EXTRACT}/form.layout.json`, pointer: '/pages/8/items/0/field', lineHolds: '/undertaking', message: /schema of "\/undertaking" does not fit "yes-no"/,
    },
    {
      mistake: 'a time that may be any text', breakIt: replace(`${EXTRACT}/form.layout.json`, '{ "at": "/reason", "field": "long-text" }', '{ "at": "/reason", "field": "time" }'),
      code: 'kind-without-schema', file: `${EXTRACT}/form.layout.json`, pointer: '/pages/6/items/1/field', lineHolds: '/reason', message: /schema of "\/reason" does not fit "time"/,
    },
    {
      mistake: 'an amount that may be negative', breakIt: (root) => {
        replace(`${EXTRACT}/form.layout.json`, '{ "at": "/count", "field": "integer"', '{ "at": "/count", "field": "money"')(root)
        replace(`${EXTRACT}/form.schema.json`, '"minimum": 1,', '"minimum": -1,')(root)
      },
      code: 'kind-without-schema', file: `${EXTRACT}/form.layout.json`, pointer: '/pages/6/items/0/field', lineHolds: '/count', message: /schema of "\/count" does not fit "money"/,
    },
    {
      mistake: 'something to search in without options', breakIt: replace(`${EXTRACT}/form.layout.json`, '{ "at": "/record/number", "field": "text"', '{ "at": "/record/number", "field": "search-select"'),
      code: 'kind-without-schema', file: `${EXTRACT}/form.layout.json`, pointer: '/pages/5/items/2/field', lineHolds: '/record/number', message: /does not fit "search-select"/,
    },
    {
      mistake: 'a value that is only shown and that nobody fills in', breakIt: replace(`${EXTRACT}/form.layout.json`, '{ "at": "/reason", "field": "long-text" }', '{ "at": "/reason", "field": "read-only" }'),
      code: 'read-only-without-value', file: `${EXTRACT}/form.layout.json`, pointer: '/pages/6/items/1', lineHolds: '/reason', message: /Nobody can fill in "\/reason"/,
    },
    {
      mistake: 'a value that is only shown and that only the page vouches for', breakIt: replace(`${EXTRACT}/form.layout.json`, '{ "at": "/record/number", "field": "text"', '{ "at": "/record/number", "field": "read-only", "prefill": "personalId"'),
      code: 'read-only-unchecked', file: `${EXTRACT}/form.layout.json`, pointer: '/pages/5/items/2', lineHolds: '/record/number', message: /no server looks at it again/,
    },
    {
      mistake: 'a lock by a source that no server asks again', breakIt: replace(`${EXTRACT}/form.layout.json`, '{ "at": "/reason", "field": "long-text" }', '{ "at": "/reason", "field": "long-text", "prefill": "fullName", "lockedBy": ["card-qr"] }'),
      code: 'meta-schema', file: `${EXTRACT}/form.layout.json`, pointer: '/pages/6/items/1/lockedBy/0', lineHolds: 'card-qr', message: /\w/,
    },
    {
      mistake: 'a required question hidden by the layout', breakIt: replace(`${EXTRACT}/form.layout.json`, '{ "at": "/requestKind", "field": "radio" }', '{ "at": "/requestKind", "field": "radio", "visibleWhen": { "==": [{ "var": "/count" }, 1] } }'),
      code: 'visibility-on-required', file: `${EXTRACT}/form.layout.json`, pointer: '/pages/3/items/0/visibleWhen', lineHolds: 'visibleWhen', message: /may not hide it/,
    },
    {
      mistake: 'a label missing in English', breakIt: replace(`${EXTRACT}/locales/en.json`, '"/record/number": { "label": "Number" },', ''),
      code: 'missing-words', file: `${EXTRACT}/locales/en.json`, pointer: '/fields', lineHolds: '"fields"', message: /en words for "\/record\/number" are missing/,
    },
    {
      mistake: 'words nothing uses', breakIt: replace(`${EXTRACT}/locales/vi.json`, '"/record/book": {', '"/record/page": { "label": "Trang" },\n    "/record/book": {'),
      code: 'unused-words', file: `${EXTRACT}/locales/vi.json`, pointer: '/fields/~1record~1page', lineHolds: '/record/page', message: /Nothing in the form is called/,
    },
    {
      mistake: 'a message for a code that does not exist', breakIt: replace(`${EXTRACT}/locales/vi.json`, '"minimum": "Số lượng', '"min": "Số lượng'),
      code: 'unknown-message-code', file: `${EXTRACT}/locales/vi.json`, pointer: '/fields/~1count/messages/min', lineHolds: '"min"', message: /No issue has the code "min"/,
    },
    {
      mistake: 'an operator that is not on the list', breakIt: replace(`${BIRTH}/form.layout.json`, '"ageAtLeast"', '"log"'),
      code: 'bad-rule', file: `${BIRTH}/form.layout.json`, pointer: '/rules/2/assert', lineHolds: '"log"', message: /Unknown operator "log"/,
    },
    {
      mistake: 'a rule about an answer nobody gives', breakIt: replace(`${EXTRACT}/procedure.json`, '"var": "/count"', '"var": "/copies"'),
      code: 'unknown-answer', file: `${EXTRACT}/procedure.json`, pointer: '/fees/0/amountVnd', lineHolds: '"amountVnd"', message: /reads "\/copies"/,
    },
    {
      mistake: 'a block that does not exist', breakIt: replace(`${EXTRACT}/form.layout.json`, '"block": "postal-address"', '"block": "post-address"'),
      code: 'unknown-block', file: `${EXTRACT}/form.layout.json`, pointer: '/pages/7/items/1/block', lineHolds: 'post-address', message: /no block "post-address"/,
    },
    {
      mistake: 'a block that stands for a definition there is not', breakIt: replace('vocabulary/blocks.json', '"address.schema.json#/$defs/address"', '"address.schema.json#/$defs/adress"'),
      code: 'broken-reference', file: 'vocabulary/blocks.json', pointer: '/blocks/address/schema', lineHolds: 'adress', message: /leads nowhere/,
    },
    {
      mistake: 'an incomplete version that offers submission', breakIt: replace(`${BIRTH}/procedure.json`, '"kind": "hand-off"', '"kind": "submit"'),
      code: 'incomplete-but-filed', file: `${BIRTH}/procedure.json`, pointer: '/endings', lineHolds: '"endings"', message: /only end by hand-off/,
    },
    {
      mistake: 'a version that ends before it begins', breakIt: replace(`${BIRTH}/procedure.json`, '"effectiveTo": "2027-02-28"', '"effectiveTo": "2025-02-28"'),
      code: 'validity-reversed', file: `${BIRTH}/procedure.json`, pointer: '/effectiveTo', lineHolds: '"effectiveTo"', message: /before it begins/,
    },
    {
      mistake: 'a folder that is not the first day in force', breakIt: (root) => { renameSync(path.join(root, EXTRACT), path.join(root, 'procedures/extract-copy/2026-01-15')) },
      code: 'misplaced-procedure', file: 'procedures/extract-copy/2026-01-15/procedure.json', pointer: '/slug', lineHolds: '"slug"', message: /lies in/,
    },
    {
      mistake: 'two versions in force on one day', breakIt: (root) => {
        cpSync(path.join(root, EXTRACT), path.join(root, 'procedures/extract-copy/2026-06-01'), { recursive: true })
        replace('procedures/extract-copy/2026-06-01/procedure.json', '"effectiveFrom": "2026-01-14"', '"effectiveFrom": "2026-06-01"')(root)
      },
      code: 'validity-overlap', file: 'procedures/extract-copy/2026-06-01/procedure.json', pointer: '/effectiveFrom', lineHolds: '"effectiveFrom"', message: /in force on 2026-06-01/,
    },
    {
      mistake: 'a sample that gives other issues than it names', breakIt: replace(`${EXTRACT}/samples/invalid/zero-copies.json`, '"code": "minimum"', '"code": "maximum"'),
      code: 'sample-disagrees', file: `${EXTRACT}/samples/invalid/zero-copies.json`, pointer: '/issues', lineHolds: '"issues"', message: /does not give \/count maximum and also gives \/count minimum/,
    },
    {
      mistake: 'a missing locale', breakIt: (root) => { rmSync(path.join(root, BIRTH, 'locales/en.json')) },
      code: 'missing-file', file: `${BIRTH}/locales/en.json`, pointer: '', lineHolds: '', message: /missing/,
    },
    {
      mistake: 'a provincial fee without the name of its parameter', breakIt: replace(`${BIRTH}/procedure.json`, '"parameter": "birthRegistrationLate",', ''),
      code: 'fee-without-amount', file: `${BIRTH}/procedure.json`, pointer: '/fees/0', lineHolds: '{', message: /provincial parameter/,
    },
    {
      mistake: 'a definition that refers to itself', breakIt: replace('vocabulary/requester.schema.json', 'address.schema.json#/$defs/address', '#/$defs/requester'),
      code: 'circular-reference', file: 'vocabulary/requester.schema.json', pointer: '/$defs/requester/properties/residence/$ref', lineHolds: '"residence"', message: /refers to itself/,
    },
    {
      mistake: 'a pattern that is no regular expression', breakIt: replace('vocabulary/scalars.schema.json', '^[0-9]{12}$', '^[0-9{12}$'),
      code: 'bad-pattern', file: 'vocabulary/scalars.schema.json', pointer: '/$defs/personalId/pattern', lineHolds: '"pattern"', message: /no regular expression/,
    },
    {
      mistake: 'a default nobody may answer', breakIt: replace(`${EXTRACT}/form.layout.json`, '"default": "permanent"', '"default": "no-information"'),
      code: 'bad-default', file: `${EXTRACT}/form.layout.json`, pointer: '/pages/2/items/0/default', lineHolds: '"default"', message: /no valid answer/,
    },
    {
      mistake: 'a commune without its province', breakIt: replace(`${EXTRACT}/form.layout.json`, '{ "at": "/record/number", "field": "text"', '{ "at": "/record/number", "field": "commune"'),
      code: 'commune-without-province', file: `${EXTRACT}/form.layout.json`, pointer: '/pages/5/items/2', lineHolds: '/record/number', message: /within a province/,
    },
    {
      mistake: 'a fee that is charged but not established', breakIt: replace(`${EXTRACT}/procedure.json`, '"source": "Thông tư 281/2016/TT-BTC",\n      "checkedOn": "2026-07-18",\n      "confidence": "CONFIRMED"', '"source": "Thông tư 281/2016/TT-BTC",\n      "checkedOn": "2026-07-18",\n      "confidence": "UNKNOWN"'),
      code: 'unknown-fact-used', file: `${EXTRACT}/procedure.json`, pointer: '/fees/0/confidence', lineHolds: 'UNKNOWN', message: /the fact is UNKNOWN/,
    },
    {
      mistake: 'decomposed letters', breakIt: replace(`${EXTRACT}/locales/vi.json`, 'Số lượng', 'Số lượng'.normalize('NFD')),
      code: 'not-nfc', file: `${EXTRACT}/locales/vi.json`, pointer: '', lineHolds: '', message: /normal form C/,
    },
    {
      mistake: 'a file of no known kind', breakIt: (root) => { writeFileSync(path.join(root, EXTRACT, 'notes.json'), '{}') },
      code: 'unexpected-file', file: `${EXTRACT}/notes.json`, pointer: '', lineHolds: '', message: /mean nothing here/,
    },
    {
      mistake: 'one commune code given twice', breakIt: replace('reference/administrative-units.json', '["30838","Mỹ Thuận","X"]', '["30292","Mỹ Thuận","X"]'),
      code: 'duplicate-code', file: 'reference/administrative-units.json', pointer: expect.stringMatching(/^\/provinces\/31\/3\/\d+\/0$/), lineHolds: '30292', message: /"30292" stands here twice/,
    },
    {
      mistake: 'an option given twice', breakIt: replace('reference/option-sets.json', '"value": "female"', '"value": "male"'),
      code: 'duplicate-code', file: 'reference/option-sets.json', pointer: '/sets/sex/options/1/value', lineHolds: '"male"', message: /"male" stands here twice/,
    },
    {
      mistake: 'a blank of a new procedure', breakIt: replace(`${EXTRACT}/procedure.json`, '"vi": "Hộ tịch"', '"vi": "FILL: the sector"'),
      code: 'blank', file: `${EXTRACT}/procedure.json`, pointer: '/sector/vi', lineHolds: 'FILL', message: /^Still blank: the sector\.$/,
    },
    {
      mistake: 'a blank where only a code fits', breakIt: replace(`${EXTRACT}/procedure.json`, '"code": "2.000635"', '"code": "FILL: the code"'),
      code: 'blank', file: `${EXTRACT}/procedure.json`, pointer: '/codes/0/code', lineHolds: 'FILL', message: /^Still blank: the code\.$/,
    },
    {
      mistake: 'a key given twice', breakIt: replace(`${EXTRACT}/procedure.json`, '"maxRequests": 1', '"maxRequests": 2, "maxRequests": 1'),
      code: 'duplicate-key', file: `${EXTRACT}/procedure.json`, pointer: '/supplementPolicy/maxRequests', lineHolds: '"maxRequests"', message: /stands twice/,
    },
    {
      mistake: 'an old commune that leads nowhere', breakIt: replace('reference/legacy-units.json', '["00001","Phường Phúc Xá","001",["00097"]]', '["00001","Phường Phúc Xá","001",["99999"]]'),
      code: 'unknown-unit', file: 'reference/legacy-units.json', pointer: '/communes/0/3', lineHolds: 'Phúc Xá', message: /names no communes/,
    },
    {
      mistake: 'an old commune in a district that never was', breakIt: replace('reference/legacy-units.json', '["00001","Phường Phúc Xá","001",', '["00001","Phường Phúc Xá","000",'),
      code: 'unknown-unit', file: 'reference/legacy-units.json', pointer: '/communes/0/2', lineHolds: 'Phúc Xá', message: /no district "000"/,
    },
    {
      mistake: 'an old commune given twice', breakIt: replace('reference/legacy-units.json', '["00004","Phường Trúc Bạch"', '["00001","Phường Trúc Bạch"'),
      code: 'duplicate-code', file: 'reference/legacy-units.json', pointer: '/communes/1/0', lineHolds: 'Trúc Bạch', message: /"00001" stands here twice/,
    },
    {
      mistake: 'no invalid sample', breakIt: (root) => { rmSync(path.join(root, EXTRACT, 'samples/invalid'), { recursive: true }) },
      code: 'no-samples', file: `${EXTRACT}/procedure.json`, pointer: '', lineHolds: '{', message: /no invalid sample/,
    },
    {
      mistake: 'an invalid sample among the valid ones', breakIt: (root) => { renameSync(path.join(root, EXTRACT, 'samples/invalid/zero-copies.json'), path.join(root, EXTRACT, 'samples/valid/zero-copies.json')) },
      code: 'sample-kind', file: `${EXTRACT}/samples/valid/zero-copies.json`, pointer: '/issues', lineHolds: '"issues"', message: /names no issues/,
    },
    {
      mistake: 'two papers of one id', breakIt: replace(`${EXTRACT}/procedure.json`, '"id": "writtenRequest"', '"id": "authorisation"'),
      code: 'duplicate-id', file: `${EXTRACT}/procedure.json`, pointer: '/documents/1/id', lineHolds: '"authorisation"', message: /used twice in documents/,
    },
    {
      mistake: 'a rule that reports where nobody is asked', breakIt: replace(`${EXTRACT}/form.layout.json`, '"pointer": "/record/date",\n      "severity": "error"', '"pointer": "/record/day",\n      "severity": "error"'),
      code: 'unknown-answer', file: `${EXTRACT}/form.layout.json`, pointer: '/rules/2/pointer', lineHolds: '/record/day', message: /reports at "\/record\/day"/,
    },
    {
      mistake: 'a rule that reports at a block', breakIt: replace(`${EXTRACT}/form.layout.json`, '"pointer": "/record/date",\n      "severity": "error"', '"pointer": "/record",\n      "severity": "error"'),
      code: 'unknown-answer', file: `${EXTRACT}/form.layout.json`, pointer: '/rules/2/pointer', lineHolds: '"/record"', message: /reports at the block "\/record"/,
    },
    {
      mistake: 'a rule without its words', breakIt: (root) => {
        const file = path.join(root, EXTRACT, 'locales/vi.json')
        const text = readFileSync(file, 'utf8')
        writeFileSync(file, text.replace(/ *"registered-in-past": "[^"]*",\n/, ''))
      },
      code: 'missing-words', file: `${EXTRACT}/locales/vi.json`, pointer: '/rules', lineHolds: '"rules"', message: /registered-in-past/,
    },
    {
      mistake: 'no blocks at all', breakIt: (root) => { rmSync(path.join(root, 'vocabulary/blocks.json')) },
      code: 'missing-file', file: 'vocabulary/blocks.json', pointer: '', lineHolds: '', message: /missing/,
    },
    {
      mistake: 'a meta-schema lost', breakIt: (root) => { rmSync(path.join(root, 'meta/locale.schema.json')) },
      code: 'missing-file', file: 'meta/locale.schema.json', pointer: '', lineHolds: '', message: /meta-schema is missing/,
    },
    {
      mistake: 'no procedure', breakIt: (root) => { rmSync(path.join(root, 'procedures'), { recursive: true }) },
      code: 'no-procedures', file: 'procedures', pointer: '', lineHolds: '', message: /no procedure here/,
    },
    {
      mistake: 'one code for two procedures', breakIt: (root) => {
        cpSync(path.join(root, EXTRACT), path.join(root, 'procedures/extract-again/2026-01-14'), { recursive: true })
        replace('procedures/extract-again/2026-01-14/procedure.json', '"slug": "extract-copy"', '"slug": "extract-again"')(root)
      },
      code: 'validity-overlap', file: 'procedures/extract-copy/2026-01-14/procedure.json', pointer: '/effectiveFrom', lineHolds: '"effectiveFrom"', message: /2\.000635 means both/,
    },
    {
      mistake: 'a last day that is no day', breakIt: replace(`${EXTRACT}/procedure.json`, '"effectiveTo": "2027-02-28"', '"effectiveTo": "2027-02-30"'),
      code: 'meta-schema', file: `${EXTRACT}/procedure.json`, pointer: '/effectiveTo', lineHolds: '2027-02-30', message: /"2027-02-30"/,
    },
    {
      mistake: 'a hand-off over an insecure address', breakIt: replace(`${EXTRACT}/procedure.json`, 'https://dichvucong.gov.vn/', 'http://dichvucong.gov.vn/'),
      code: 'meta-schema', file: `${EXTRACT}/procedure.json`, pointer: '/handOff/url', lineHolds: 'http://', message: /expected form/,
    },
    {
      mistake: 'a number written as text', breakIt: replace(`${EXTRACT}/procedure.json`, '"maxRequests": 1', '"maxRequests": "1"'),
      code: 'meta-schema', file: `${EXTRACT}/procedure.json`, pointer: '/supplementPolicy/maxRequests', lineHolds: '"maxRequests"', message: /Expected integer, got "1"/,
    },
    {
      mistake: 'a list of the reference data renamed', breakIt: replace('reference/ethnic-groups.json', '"groups":', '"peoples":'),
      code: 'missing-list', file: 'reference/ethnic-groups.json', pointer: '/groups', lineHolds: '{', message: /Expected a list/,
    },
    {
      mistake: 'a reference file lost', breakIt: (root) => { rmSync(path.join(root, 'reference/legacy-units.json')) },
      code: 'missing-file', file: 'reference/legacy-units.json', pointer: '', lineHolds: '', message: /reference file is missing/,
    },
    {
      mistake: 'no option sets', breakIt: (root) => { rmSync(path.join(root, 'reference/option-sets.json')) },
      code: 'missing-file', file: 'reference/option-sets.json', pointer: '', lineHolds: '', message: /missing/,
    },
    {
      mistake: 'a list nobody closes', breakIt: replace(`${EXTRACT}/samples/valid/self.json`, '"undertaking": true\n  }\n}', '"undertaking": true\n  }\n'),
      code: 'not-json', file: `${EXTRACT}/samples/valid/self.json`, pointer: '', lineHolds: '', message: /is not JSON: an object is not closed/,
    },
    {
      mistake: 'a bank code of five digits', breakIt: replace('reference/banks.json', '"970', '"97'),
      code: 'bad-code', file: 'reference/banks.json', pointer: expect.stringMatching(/^\/banks\/\d+\/bin$/), lineHolds: '"bin"', message: /form of a code/,
    },
    {
      mistake: 'an option without its English', breakIt: replace('reference/option-sets.json', '"vi": "Nam", "en": "Male"', '"vi": "Nam"'),
      code: 'meta-schema', file: 'reference/option-sets.json', pointer: '/sets/sex/options/0/label/en', lineHolds: 'Nam', message: /"en" is missing/,
    },
    {
      mistake: 'a rule that no sample fails', breakIt: (root) => { rmSync(path.join(root, EXTRACT, 'samples/invalid/registered-before-birth.json')) },
      code: 'rule-without-case', file: `${EXTRACT}/form.layout.json`, pointer: '/rules/3', lineHolds: '{', message: /^No sample fails the rule "registered-after-birth"\.$/,
    },
    {
      mistake: 'a rule that no sample passes', breakIt: replace(`${EXTRACT}/samples/valid/grandchild-authorised.json`, '"sex": "male"', '"sex": "female"'),
      code: 'rule-without-case', file: `${EXTRACT}/form.layout.json`, pointer: '/rules/5', lineHolds: '{', message: /^No sample passes the rule "subject-number-matches"\.$/,
    },
    {
      mistake: 'a rule broken beside a wrong value', breakIt: replace(`${EXTRACT}/samples/invalid/zero-copies.json`, '"birthDate": "1958-04-12"', '"birthDate": "2958-04-12"'),
      code: 'sample-disagrees', file: `${EXTRACT}/samples/invalid/zero-copies.json`, pointer: '/issues', lineHolds: '"issues"', message: /also gives \/requester\/birthDate requester-born-in-past, \/requester\/personalId requester-number-matches\.$/,
    },
    {
      mistake: 'a sample that lives in another province', breakIt: replace(`${EXTRACT}/samples/valid/self.json`, '"province": "91"', '"province": "01"'),
      code: 'sample-disagrees', file: `${EXTRACT}/samples/valid/self.json`, pointer: '/answers', lineHolds: '"answers"', message: /also gives \/requester\/residence\/commune communeNotInProvince\.$/,
    },
    {
      mistake: 'a file that nests without end', breakIt: (root) => { writeFileSync(path.join(root, EXTRACT, 'samples/valid/deep.json'), '['.repeat(200_000)) },
      code: 'too-deep', file: `${EXTRACT}/samples/valid/deep.json`, pointer: '', lineHolds: '', message: /more than 100 deep/,
    },
    {
      mistake: 'a file that is not UTF-8', breakIt: (root) => { writeFileSync(path.join(root, EXTRACT, 'samples/valid/latin.json'), Buffer.from('{"a":"\xe9"}', 'latin1')) },
      code: 'unreadable-file', file: `${EXTRACT}/samples/valid/latin.json`, pointer: '', lineHolds: '', message: /UTF-8/,
    },
    {
      mistake: 'a day of a sample that is no day', breakIt: replace(`${EXTRACT}/samples/valid/self.json`, '"today": "2026-11-21"', '"today": "21/11/2026"'),
      code: 'meta-schema', file: `${EXTRACT}/samples/valid/self.json`, pointer: '/today', lineHolds: '"today"', message: /expected form/,
    },
  ])('names exactly one mistake for $mistake', ({ breakIt, code, file, pointer, lineHolds, message }) => {
    const { problems, tree } = checkTree(brokenTree(breakIt))
    expect(problems.map((problem) => ({ code: problem.code, file: problem.file, pointer: problem.pointer }))).toEqual([{ code, file, pointer }])
    expect(problems[0]?.message).toMatch(message)
    expect(problems[0]?.fix).toMatch(/\w/)
    const line = tree.get(file)?.text.split('\n')[lineOf(tree, file, problems[0]?.pointer ?? '') - 1] ?? ''
    expect(line).toContain(lineHolds)
  })
})
