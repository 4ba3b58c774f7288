/// <reference types="vite/client" />
import type { Language } from '../locales/strings.ts'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { ANNOUNCEMENTS } from './announcement-cases.ts'
import { readAxTree, walk } from './ax-tree.ts'
import { STAGED_KINDS, stageFields, stageName } from './field-stage.ts'
import { SCREENS } from './screens.ts'
import { spokenField, spokenLines } from './spoken.ts'

/** What must be spoken, judged by ear and eye, by language. The words of roles and states are those of `spoken.ts`. */
interface SpokenCases {
  /** By kind and state: the whole line. */
  fields: Record<string, Record<string, string>>
  /** By screen: these lines in this order; others may stand between them. */
  screens: Record<string, string[]>
  /** By deed: where focus comes to, what is announced; nothing else is. */
  announcements: Record<string, { focus: string; live: string[]; unheard?: string[] }>
}

const CASES = import.meta.glob<SpokenCases>('./spoken.*.json', { eager: true, import: 'default' })
const isFull = import.meta.env.MOTCUA_CONFORMANCE === 'full'

afterEach(() => { document.body.replaceChildren() })

describe.each(['vi', 'en'] as const)('what is spoken, %s', (language: Language) => {
  const cases = CASES[`./spoken.${language}.json`]
  if (!cases) throw new Error(`There are no cases in ${language}.`)
  const score = { passed: 0, total: 0 }
  const judge = (spoken: unknown, expected: unknown): void => {
    score.total += 1
    expect(spoken).toEqual(expected)
    score.passed += 1
  }
  afterAll(() => { console.log(`conformance: spoken text, ${language}: ${score.passed}/${score.total}`) })

  it('of every kind of field in every state', async () => {
    await stageFields(language)
    const tree = await readAxTree()
    const regions = new Map([...walk(tree)].filter(({ role }) => role === 'region').map((node) => [node.name, node]))
    const spoken = Object.fromEntries(STAGED_KINDS.map((kind) => [kind, Object.fromEntries(Object.keys(cases.fields[kind] ?? {}).map((state) => {
      const region = regions.get(stageName(kind, state))
      return [state, region ? spokenField(region, language) : 'not there']
    }))]))
    expect(Object.keys(cases.fields)).toEqual(expect.arrayContaining(STAGED_KINDS))
    for (const kind of STAGED_KINDS) for (const [state, line] of Object.entries(cases.fields[kind] ?? {})) judge({ [stageName(kind, state)]: spoken[kind]?.[state] }, { [stageName(kind, state)]: line })
  })

  it.each(everyday(SCREENS))('of the screen “$name”', async ({ name, show }) => {
    await show(language)
    const spoken = spokenLines(await readAxTree(), language)
    judge(inOrder(cases.screens[name] ?? ['lines that are expected'], spoken), cases.screens[name])
  })

  it.each(everyday(ANNOUNCEMENTS))('after “$name”', async ({ name, play }) => {
    const heard = await play(language)
    judge(heard, { unheard: [], ...cases.announcements[name] })
  })
})

/** Everything at full counts; every fourth in the everyday run. */
function everyday<T>(all: readonly T[]): readonly T[] { return isFull ? all : all.filter((_one, index) => index % 4 === 3) }

/** The expected lines that are spoken one after the other; where one is missing, what is spoken instead. */
function inOrder(expected: readonly string[], spoken: readonly string[]): string[] {
  let at = 0
  return expected.map((line) => {
    const found = spoken.indexOf(line, at)
    if (found < 0) return `missing; spoken from here: ${spoken.slice(at, at + 8).join(' ¶ ')}`
    at = found + 1
    return line
  })
}
