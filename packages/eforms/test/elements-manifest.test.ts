import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { elementsManifest } from '../elements-manifest.ts'
import { NOTES } from '../src/fields/notes.ts'
import { TOKENS } from '../src/look/token-docs.ts'

const SRC = join(import.meta.dirname, '../src')
const sources = globSync('**/*.ts', { cwd: SRC }).filter((path) => !/\.test\.ts$|\.stories\.ts$|^(a11y|testing|form-tester|input-methods)\//.test(path)).map((path) => readFileSync(join(SRC, path), 'utf8'))
const found = (pattern: RegExp): Set<string> => new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name)))

const { modules } = await elementsManifest()
const elements = modules.flatMap(({ declarations }) => declarations)
const documented = (of: 'cssParts' | 'events') => new Set(elements.flatMap((element) => (element[of] ?? []).map(({ name }) => name)))

describe('the custom-elements manifest', () => {
  it('has every element that is registered', () => {
    const folders = [['elements', ''], ['fields', '-field']].flatMap(([folder, ending]) => globSync(`${folder}/*/define.ts`, { cwd: SRC }).map((path) => `motcua-${path.split('/')[1]}${ending}`))
    expect(elements.map(({ tagName }) => tagName).toSorted()).toEqual(folders.toSorted())
  })

  it.each(elements.map((element) => [element.tagName, element] as const))('%s says in one line what each of its attributes, events, slots, parts and states is', (_tag, element) => {
    const { attributes = [], events = [], slots = [], cssParts = [], cssStates = [] } = element
    expect(element.description).toMatch(/\S/)
    expect(attributes.length).toBeGreaterThan(0)
    for (const { name, description } of [...attributes, ...events, ...slots, ...cssParts, ...cssStates]) expect(description ?? '', name).toMatch(/^[^\n]+$/)
    expect(attributes.map(({ name }) => name).filter((name, index, all) => all.indexOf(name) !== index)).toEqual([])
  })

  it('names every part that is drawn, and no other', () => {
    expect([...documented('cssParts')].toSorted()).toEqual([...new Set([...found(/part="([a-z-]+)"/g), ...NOTES])].toSorted())
  })

  it('names every event that is sent, and no other', () => {
    const tags = elements.map(({ tagName }) => tagName)
    const sent = new Set([...found(/'(motcua-[a-z-]+)'(?:: \{|, (?=[{a-z]))/g), ...found(/new Event\('(input|change)'/g)].filter((name) => !tags.includes(name)))
    expect([...documented('events')].toSorted()).toEqual([...sent].toSorted())
  })

  it('says which services each element that has them asks for', () => {
    const services = elements.flatMap(({ tagName, members = [] }) => members.filter(({ name }) => name === 'services').map(({ type }) => [tagName, type?.text] as const))
    expect(Object.fromEntries(services)).toMatchObject({ 'motcua-dashboard': "Pick<EformServices, 'statistics'> | undefined", 'motcua-sign': "Pick<EformServices, 'portal' | 'signing'> | undefined" })
    for (const [tag, type] of services) expect(type, tag).not.toMatch(/\bNeed\b/)
  })

  it('says what every design token is for', () => {
    expect(TOKENS).not.toEqual([])
    for (const { name, about } of TOKENS) expect(about, name).toMatch(/\S/)
    expect(new Set(TOKENS.map(({ name }) => name))).toEqual(found(/var\((--motcua-[\w-]+)/g))
  })
})
