import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { catalogue } from '@motcua/schemas/catalogue'
import { describe, expect, it } from 'vitest'
import { BIN, motcua, schemasIn, temporaryFolder } from '../test/harness.ts'
import { GAP_KINDS } from './gaps/find-gaps.ts'

const folder = temporaryFolder('commands')
const schemas = schemasIn(folder)
const outside = temporaryFolder('outside')

describe('every command', () => {
  it.each(['new procedure', 'check', 'generate', 'preview', 'list', 'show', 'validate', 'gaps', 'embed'])('%s teaches with an example', async (name) => {
    const { exit, out, err } = await motcua([...name.split(' '), '--help'], folder)
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(out).toMatch(new RegExp(`^motcua ${name} `))
    expect(out).toMatch(new RegExp(`Example\\n {2}motcua ${name}`))
  })

  it.each([
    [['new'], /no command "new"/], [['new', 'procedure'], /Usage: motcua new procedure <slug>/], [['show'], /Usage/], [['validate', '2.000635'], /Usage/], [['list', '--on', '2026-02-30'], /--on expects/],
    [['gaps'], /--province expects/], [['gaps', '--province', '99'], /--province expects/], [['preview', 'x', '--lang', 'fr'], /--lang is vi or en/], [['preview', 'extract-copy', '--port', '70000'], /--port/],
    [['preview', 'extract-coppy'], /there are birth-registration, extract-copy/], [['list', '--unknown'], /Unknown option '--unknown'/], [['--unknown'], /no command "--unknown"/],
    [['show', 'x', '--schemas', 'nowhere'], /found no schemas folder at nowhere/],
  ])('answers the wrong call %j with 2 and says what it takes', async (args, says) => {
    const { exit, out, err } = await motcua(args, folder)
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toMatch(says)
  })

  it.each([['check'], ['generate'], ['new', 'procedure', 'x'], ['preview', 'x']])('%s says what it needs where there are no schemas', async (...args) => {
    const { exit, err } = await motcua(args, outside)
    expect(exit).toBe(2)
    expect(err).toMatch(/meta\/, vocabulary\/, reference\/ and procedures\//)
    expect(err).toMatch(/clone the repository/)
  })

  it('writes colours only where it may', async () => {
    const escape = String.fromCharCode(27)
    expect((await motcua(['list'], folder)).out).not.toContain(escape)
    expect((await motcua(['list'], folder, { isColor: true })).out).toContain(escape)
    const child = spawnSync(process.execPath, ['--conditions=@motcua/source', BIN, 'list'], { cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: '1' } })
    expect(child).toMatchObject({ status: 0, stderr: '' })
    expect(child.stdout).not.toContain(escape)
  })
})

describe('motcua list', () => {
  it('lists what is in force on a day, on both sides of the new civil-status law', async () => {
    expect((await motcua(['list', '--on', '2027-02-28'], folder)).out).toMatch(/2\.000635 +extract-copy[^]*2 procedures in force/)
    expect((await motcua(['list', '--on', '2027-03-01'], folder)).out).toBe('0 procedures in force on 2027-03-01.')
  })

  it('gives the index as JSON', async () => {
    const { out } = await motcua(['list', '--json'], folder)
    expect(JSON.parse(out)).toMatchObject({ on: '2026-11-21', procedures: [{ slug: 'birth-registration' }, { slug: 'extract-copy', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }] })
  })

  it('takes the installed catalogue where there are no schemas', async () => {
    expect(JSON.parse((await motcua(['list', '--json'], outside)).out).procedures).toHaveLength(catalogue.list({ on: '2026-11-21' }).length)
  })

  it('leaves out what cannot be read, and says so', async () => {
    const root = schemasIn(temporaryFolder('unreadable'))
    writeFileSync(path.join(root, 'procedures/extract-copy/2026-01-14/form.layout.json'), '{')
    const { exit, out, err } = await motcua(['list'], path.dirname(root))
    expect(exit).toBe(0)
    expect(out).toMatch(/1 procedure in force/)
    expect(err).toMatch(/1 of 2 versions cannot be read for now; motcua check says why/)
  })
})

describe('motcua show', () => {
  it('shows facts with source and confidence, UNKNOWN as such', async () => {
    const { exit, out } = await motcua(['show', '2.000635', '--on', '2026-11-21'], folder)
    expect(exit).toBe(0)
    expect(out).toMatch(/CONFIRMED {2}Thông tư 281\/2016\/TT-BTC \(2026-07-18\)/)
    expect(out).toMatch(/UNKNOWN {2}Deep link of the procedure not established/)
    expect(out).toMatch(/\d+ facts: \d+ confirmed, \d+ inferred, 1 UNKNOWN\./)
  })

  it('gives every fact of the procedure as JSON', async () => {
    const { facts, procedure } = JSON.parse((await motcua(['show', 'birth-registration', '--json'], folder)).out)
    expect(facts.filter((fact: { section: string }) => fact.section === 'legalBases')).toHaveLength(procedure.legalBases.length)
    expect(facts.map((fact: { at: string }) => fact.at)).toContain('/fees/0/exemptions/0')
    expect(facts.every((fact: { source: string; confidence: string }) => fact.source !== '' && ['CONFIRMED', 'INFERRED', 'UNKNOWN'].includes(fact.confidence))).toBe(true)
  })

  it('says that a successor is not yet published, and when to ask for instead', async () => {
    const after = await motcua(['show', 'extract-copy', '--on', '2027-03-01'], folder)
    expect(after.exit).toBe(1)
    expect(after.err).toMatch(/not yet published/)
    expect((await motcua(['show', 'extract-copy', '--on', '2025-01-01'], folder)).err).toMatch(/--on 2026-01-14/)
    expect((await motcua(['show', '9.999999'], folder)).err).toMatch(/no procedure "9\.999999"/)
  })
})

describe('motcua gaps', () => {
  it('counts against all procedures, with the reason of each kind', async () => {
    const { exit, out } = await motcua(['gaps', '--province', '91'], folder)
    expect(exit).toBe(0)
    expect(out).toMatch(/^Tỉnh An Giang \(91\)/)
    expect(out).toMatch(/Without an online level: 2 of 2 procedures\n.*toàn trình[^]*Nghị định 42\/2022/)
    expect(out).toMatch(/Without a complete standard eForm: 1 of 2 procedures/)
  })

  it('takes for settled only what the province names', async () => {
    const file = path.join(folder, 'province.json')
    writeFileSync(file, JSON.stringify({ parameters: { birthRegistrationLate: 0 }, receivingAccounts: { default: {} }, onlineLevels: { 'extract-copy': 'full' } }))
    const { gaps, reasons } = JSON.parse((await motcua(['gaps', '--province', '91', '--config', file, '--json'], folder)).out)
    const kinds = new Set(gaps.map((gap: { kind: string; slug: string }) => `${gap.kind} ${gap.slug}`))
    expect(kinds).toContain('no-online-level birth-registration')
    expect([...kinds].filter((kind) => /receiving|parameter|online-level extract/.test(String(kind)))).toEqual([])
    expect(Object.keys(reasons)).toEqual([...GAP_KINDS])
  })

  it('refuses a configuration it cannot trust', async () => {
    const file = path.join(folder, 'wrong.json')
    writeFileSync(file, JSON.stringify({ parameters: { birthRegistrationLate: '8000' } }))
    expect(await motcua(['gaps', '--province', '91', '--config', file], folder)).toMatchObject({ exit: 2, err: expect.stringMatching(/\/parameters\/birthRegistrationLate/) })
    expect(await motcua(['gaps', '--province', '91', '--config', 'none.json'], folder)).toMatchObject({ exit: 2, err: expect.stringMatching(/cannot read none\.json/) })
  })
})

describe('motcua new procedure', () => {
  const root = schemasIn(temporaryFolder('new'))
  const cwd = path.dirname(root)

  it('writes every file, and check names nothing but blanks', async () => {
    const made = await motcua(['new', 'procedure', 'public-hall'], cwd)
    expect(made).toMatchObject({ exit: 0, err: '' })
    expect(made.out).toMatch(/8 files/)
    const { problems } = JSON.parse((await motcua(['check', '--json'], cwd)).out)
    expect(new Set(problems.map(({ code }: { code: string }) => code))).toEqual(new Set(['blank']))
    const text = (await motcua(['check'], cwd)).err
    expect(text).toMatch(/procedure\.json:\d+ {2}\/codes\/0\/code {2}\[blank\]\n {2}Still blank: the code of the procedure, such as 1\.001193\./)
    expect(text).toMatch(/\d+ blanks to fill\.$/)
    expect((await motcua(['generate', '--out', 'generated'], cwd)).exit).toBe(1)
  })

  it('leaves nothing to mend once the blanks are filled', async () => {
    const file = path.join(root, 'procedures/public-hall/2026-11-21/procedure.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"FILL: the code[^"]*"/, '"9.000001"').replaceAll(/"FILL:[^"]*"/g, '"Quy chế nhà văn hóa xã"'))
    expect(await motcua(['check'], cwd)).toMatchObject({ exit: 0, err: '' })
  })

  it('takes what it is told and leaves fewer blanks', async () => {
    const said = await motcua(['new', 'procedure', 'tree-felling', '--code', '9.000002', '--name-vi', 'Chặt cây', '--name-en', 'Tree felling', '--source', 'Quy chế', '--from', '2026-12-01'], cwd)
    expect(said.exit).toBe(0)
    const procedure = JSON.parse(readFileSync(path.join(root, 'procedures/tree-felling/2026-12-01/procedure.json'), 'utf8'))
    expect(procedure).toMatchObject({ slug: 'tree-felling', effectiveFrom: '2026-12-01', name: { vi: 'Chặt cây', en: 'Tree felling' }, codes: [{ code: '9.000002', source: 'Quy chế', confidence: 'INFERRED' }], fees: [], documents: [] })
  })

  it.each([
    [['Public-Hall'], /a slug is small Latin letters/], [['../evil'], /a slug is/], [['ok', '--code', '1.1'], /--code expects/], [['ok', '--from', 'tomorrow'], /--from expects/], [['ok', '--name-vi', ' '], /--name-vi is empty/],
  ])('refuses %j', async (args, says) => {
    expect(await motcua(['new', 'procedure', ...args], cwd)).toMatchObject({ exit: 2, err: expect.stringMatching(says) })
  })

  it('never writes over a procedure that is there', async () => {
    expect(await motcua(['new', 'procedure', 'extract-copy'], cwd)).toMatchObject({ exit: 1, err: expect.stringMatching(/there is a procedure "extract-copy" already/) })
  })
})

describe('motcua validate', () => {
  const samples = path.join(schemas, 'procedures/extract-copy/2026-01-14/samples')
  const file = (name: string, text: string | Uint8Array): string => {
    mkdirSync(path.join(folder, 'answers'), { recursive: true })
    writeFileSync(path.join(folder, 'answers', name), text)
    return path.join('answers', name)
  }

  it('passes good answers, as a sample and on their own', async () => {
    const sample = path.join(samples, 'valid/self.json')
    expect(await motcua(['validate', '2.000635', sample], folder)).toMatchObject({ exit: 0, err: '', out: 'extract-copy, version of 2026-01-14: 0 errors, 0 warnings.' })
    const alone = file('self.json', JSON.stringify(JSON.parse(readFileSync(sample, 'utf8')).answers))
    expect((await motcua(['validate', 'extract-copy', alone], folder)).exit).toBe(0)
  })

  it('names every issue with its line and its words', async () => {
    const { exit, err } = await motcua(['validate', '2.000635', path.join(samples, 'invalid/zero-copies.json')], folder)
    expect(exit).toBe(1)
    expect(err).toMatch(/zero-copies\.json:\d+ {2}\/count {2}\[minimum\]\n {2}\S/)
    const json = await motcua(['validate', '2.000635', path.join(samples, 'invalid/zero-copies.json'), '--json'], folder)
    expect(JSON.parse(json.out)).toMatchObject({ procedure: 'extract-copy', version: '2026-01-14', issues: [{ pointer: '/count', code: 'minimum', message: expect.stringMatching(/\S/) }] })
  })

  it('runs the rules when the schema finds nothing, on the day asked for', async () => {
    const born = path.join(samples, 'invalid/born-tomorrow.json')
    expect((await motcua(['validate', '2.000635', born, '--on', '2026-11-21'], folder)).exit).toBe(1)
  })

  it('judges a sample on its own day, and on another when told so', async () => {
    const tomorrow = path.join(samples, 'invalid/registered-tomorrow.json')
    expect((await motcua(['validate', '2.000635', tomorrow], folder)).err).toMatch(/\[registered-in-past\]/)
    expect((await motcua(['validate', '2.000635', tomorrow, '--on', '2026-12-24'], folder)).err).not.toMatch(/\[registered-in-past\]/)
  })

  it('names broken rules and misplaced communes beside wrong values', async () => {
    const { answers } = JSON.parse(readFileSync(path.join(samples, 'valid/self.json'), 'utf8'))
    const wrong = { ...answers, count: 0, requester: { ...answers.requester, birthDate: '2958-04-12', residence: { scope: 'domestic', province: '01', commune: '30838' } }, delivery: { method: 'post', address: { province: '91', commune: '99999', detail: 'Số 1' } } }
    const { exit, out } = await motcua(['validate', '2.000635', file('many.json', JSON.stringify(wrong)), '--on', '2026-11-21', '--json'], folder)
    expect(exit).toBe(1)
    const { issues } = JSON.parse(out)
    expect(issues.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`)).toEqual([
      '/count minimum', '/requester/birthDate requester-born-in-past', '/requester/personalId requester-number-matches',
      '/requester/residence/commune communeNotInProvince', '/delivery/address/commune communeUnknown',
    ])
    for (const { message } of issues) expect(message).toMatch(/^\p{Lu}.*\.$/u)
  })

  const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
  it.each<[string, string | Uint8Array, string]>([
    ['objects nested 100,000 deep', nested(100_000), 'too-deep'],
    ['lists nested 400,000 deep and never closed', '['.repeat(400_000), 'too-deep'],
    ['more than a mebibyte', `"${'x'.repeat(1_048_577)}"`, 'too-large'],
    ['a text of a million characters', JSON.stringify({ reason: 'x'.repeat(1_000_000) }), 'text-too-long'],
    ['a key of a million characters', JSON.stringify({ ['x'.repeat(1_000_000)]: 1 }), 'text-too-long'],
    ['the key __proto__', '{"__proto__": {"isAdmin": true}}', 'unsafe-key'],
    ['the key constructor', '{"requester": {"constructor": {"prototype": {}}}}', 'unsafe-key'],
    ['decomposed letters', JSON.stringify({ reason: 'Nguyễn'.normalize('NFD') }), 'not-nfc'],
    ['one key twice', '{"count": 1, "count": 99}', 'duplicate-key'],
    ['one key twice, once in escapes', '{"count": 1, "c\\u006Funt": 99}', 'duplicate-key'],
    ['a lone surrogate', '{"reason": "\\uD800"}', 'lone-surrogate'],
    ['bytes that are no UTF-8', Uint8Array.of(0x7b, 0xff, 0xfe), 'not-utf8'],
    ['a comment', '{} // yes', 'not-json'],
    ['nothing', '', 'not-json'],
    ['a hundred thousand duplicate keys', `{${'"a":1,'.repeat(100_000)}"a":1}`, 'duplicate-key'],
  ])('refuses %s with a clear error, in bounded time', async (_, content, code) => {
    const name = file(`hostile-${code}.json`, content)
    const { exit, err } = await motcua(['validate', '2.000635', name], folder)
    expect(exit).toBe(1)
    expect(err).toMatch(new RegExp(`^answers/hostile-${code}\\.json(:\\d+)? {2}\\[${code}\\]\\n {2}.+\\n {2}Fix: .+`))
    expect(err.length).toBeLessThan(8000)
    expect(err).not.toMatch(/\bat .*\.ts:\d+|isAdmin/)
    // A bound, not a measure: unbounded work on these files takes minutes or overflows the stack.
  }, 60_000)

  it.each(['null', '[]', '"text"', '1', 'true'])('says that %s is no object of answers', async (text) => {
    expect(await motcua(['validate', '2.000635', file('odd.json', text)], folder)).toMatchObject({ exit: 1, err: expect.stringContaining('Tệp phải chứa một đối tượng JSON') })
  })

  it('names the questions of a part that is left out, and never a bare pointer', async () => {
    const { exit, err } = await motcua(['validate', '2.000635', file('odd.json', '{"answers": 1, "today": 2}')], folder)
    expect(exit).toBe(1)
    expect(err).toMatch(/\/requester {2}\[required\]\n {2}Thiếu cả phần này, gồm “.+”, “.+”, “.+” và những mục khác\./)
    expect(err).not.toMatch(/“\/?”|“\/requester”/)
  })

  it('keeps a flood of issues short, and gives them all as JSON', async () => {
    const flood = file('flood.json', JSON.stringify(Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`key${index}`, index]))))
    const { exit, err } = await motcua(['validate', '2.000635', flood], folder)
    expect(exit).toBe(1)
    expect(err.split('\n').length).toBeLessThan(120)
    expect(JSON.parse((await motcua(['validate', '2.000635', flood, '--json'], folder)).out).issues.length).toBeGreaterThan(5000)
  })

  it('answers a file or a procedure that is not there with 2', async () => {
    expect(await motcua(['validate', '2.000635', 'none.json'], folder)).toMatchObject({ exit: 2, err: expect.stringMatching(/cannot read none\.json/) })
    expect(await motcua(['validate', '2.000635', '.'], folder)).toMatchObject({ exit: 2 })
    expect(await motcua(['validate', '7.777777', path.join(samples, 'valid/self.json')], folder)).toMatchObject({ exit: 2 })
  })
})
