import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { TOKENS } from './src/look/token-docs.ts'

/**
 * The custom-elements manifest (https://github.com/webcomponents/custom-elements-manifest): what editors, Storybook and the
 * documentation know of every element. Read from the docstrings; run as a script it is written to `dist/`.
 */
export interface Described { name: string; description?: string; type?: { text: string } }
export interface ElementDocs {
  kind: 'class'
  name: string
  tagName: string
  customElement: true
  description: string
  attributes?: Described[]
  members?: Described[]
  events?: Described[]
  slots?: Described[]
  cssParts?: Described[]
  cssStates?: Described[]
  cssProperties: Described[]
}
export interface ElementsManifest { schemaVersion: string; modules: Array<{ kind: 'javascript-module'; path: string; declarations: ElementDocs[]; exports: object[] }> }

type Analysis = Partial<Omit<ElementDocs, 'members'>> & { members?: Member[]; superclass?: unknown }
interface Analysed { schemaVersion: string; modules: Array<{ path: string; declarations?: Analysis[] }> }
type Member = Described & { privacy?: string; static?: boolean }

/** Its command line is the only thing the analyser exports, and has no types. */
const ANALYZER: string = '@custom-elements-manifest/analyzer/cli.js'
const here = import.meta.dirname
/** Life-cycle calls of the browser: public, and nobody's business. */
const CALLBACK = /Callback$/

/** Every element with its attributes, properties, events, slots, parts, states and design tokens. */
export async function elementsManifest(): Promise<ElementsManifest> {
  const { cli } = await import(ANALYZER) as { cli(options: { argv: string[]; cwd: string; noWrite: boolean }): Promise<Analysed> }
  const { schemaVersion, modules } = await cli({ argv: ['analyze'], cwd: here, noWrite: true })
  const tokens = TOKENS.map(({ name, value, about }) => ({ name, description: about, default: value }))
  // Where a member is inherited from is a file that is not published.
  return JSON.parse(JSON.stringify({
    schemaVersion,
    modules: modules.flatMap(({ path, declarations = [] }) => declarations.filter((declaration) => declaration.tagName !== undefined).map((declaration) => {
      const { name = '', tagName = '', members = [], superclass: _, events = [], ...docs } = declaration
      const module = path.replace(/^src\//, 'dist/').replace(/[^/]+\.ts$/, 'define.js')
      return {
        kind: 'javascript-module' as const, path: module,
        declarations: [{
          ...docs, kind: 'class' as const, name, tagName, customElement: true as const, description: docs.description ?? '',
          // The analyser takes `new CustomEvent(type)` for an event called “type”.
          events: events.filter(({ description }) => description !== undefined),
          members: members.filter((member) => (member.privacy ?? 'public') === 'public' && !member.static && !CALLBACK.test(member.name)).map((member) => withNeeds(member, path)), cssProperties: tokens,
        }],
        exports: [{ kind: 'custom-element-definition', name: tagName, declaration: { name, module } }],
      }
    })),
  } satisfies ElementsManifest, (key, value: unknown) => (key === 'inheritedFrom' ? undefined : value)))
}

/** A panel names the services it asks for where it extends what panels share; the analyser shows only how that calls them. */
function withNeeds(member: Member, path: string): Member {
  const [, needs] = /extends PanelElement<([^>]+)>/.exec(readFileSync(join(here, path), 'utf8')) ?? []
  return member.type && needs ? { ...member, type: { text: member.type.text.replace(/\bNeed\b/, needs) } } : member
}

if (import.meta.main) {
  mkdirSync(join(here, 'dist'), { recursive: true })
  writeFileSync(join(here, 'dist/custom-elements.json'), `${JSON.stringify(await elementsManifest(), undefined, 2)}\n`)
}
