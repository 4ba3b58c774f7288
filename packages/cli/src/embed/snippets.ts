import { createHash } from 'node:crypto'
import { escapeHtml } from '../escape-html.ts'

/** `dist/browser/manifest.json` of `@motcua/eforms`, as far as embedding reads it. */
export interface BuildManifest { files: Readonly<Record<string, { integrity: string }>> }

export interface EmbedOptions {
  /** Path of the folder of scripts on the site: begins and ends with a slash. */
  at: string
  build: 'single' | 'chunks'
  procedure: string
  commune: string
  portal?: string | undefined
  /** The one right place to file without the kit. */
  handOff: { url: string; text: string }
  title: string
}

export interface Embedding {
  /** Markup to paste. An import map comes before any script. */
  page: string
  /** Hashes of what stands in the page itself, for its policy. */
  scripts: string[]
  /** What the site has to serve in its folder. */
  files: string[]
}

const SINGLE = 'motcua.single.js'
const LOADER = 'motcua.js'

/** What a commune's page needs of a build: a script that is checked against its hash, chunks too by way of an import map, and the element. */
export function embedding(manifest: BuildManifest, { at, build, procedure, commune, portal, handOff, title }: EmbedOptions): Embedding {
  const main = build === 'single' ? SINGLE : LOADER
  const chunks = build === 'single' ? [] : Object.keys(manifest.files).filter((name) => name !== SINGLE && name !== LOADER).toSorted()
  const map = JSON.stringify({ integrity: Object.fromEntries(chunks.map((name) => [at + name, integrityOf(manifest, name)])) })
  const attributes = Object.entries({ procedure, commune, ...(portal !== undefined && { portal }), lang: 'vi' }).map(([name, value]) => `${name}="${escapeHtml(value)}"`).join(' ')
  return {
    page: `${chunks.length > 0 ? `<script type="importmap">${map}</script>\n` : ''}<script type="module" src="${escapeHtml(at)}${main}" integrity="${integrityOf(manifest, main)}" crossorigin="anonymous"></script>

<motcua-eform ${attributes}>
  <h2>${escapeHtml(title)}</h2>
  <p>${escapeHtml(handOff.text)} <a href="${escapeHtml(handOff.url)}">${escapeHtml(handOff.url)}</a></p>
</motcua-eform>
`,
    scripts: chunks.length > 0 ? [`sha256-${createHash('sha256').update(map).digest('base64')}`] : [],
    // A gateway gives the definitions; the names of places lie beside the script all the same.
    files: [main, ...chunks, portal === undefined ? 'definitions/' : 'definitions/reference/'],
  }
}

function integrityOf({ files }: BuildManifest, name: string): string {
  const file = Object.hasOwn(files, name) ? files[name] : undefined
  if (!file) throw new TypeError(`Expected ${name} in the build's manifest.json; it is not there. Build or install @motcua/eforms anew.`)
  return file.integrity
}
