import type { Plugin } from 'vite'
import { elementsManifest } from '../elements-manifest.ts'
import type { ElementsManifest } from '../elements-manifest.ts'

const ID = 'virtual:elements-manifest'

/** Storybook has one table for everything with a name: a part called “label” would take the place of the attribute. */
async function manifestForTables(): Promise<ElementsManifest> {
  const manifest = await elementsManifest()
  for (const element of manifest.modules.flatMap(({ declarations }) => declarations)) {
    for (const part of element.cssParts ?? []) part.name = `::part(${part.name})`
  }
  return manifest
}

/** Gives Storybook the manifest as the sources have it now. */
export function manifestPlugin(): Plugin {
  return {
    name: 'motcua-elements-manifest',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load: async (id) => (id === `\0${ID}` ? `export default ${JSON.stringify(await manifestForTables())}` : undefined),
  }
}
