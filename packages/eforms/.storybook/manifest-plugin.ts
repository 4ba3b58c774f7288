import type { Plugin } from 'vite'
import { elementsManifest } from '../elements-manifest.ts'

const ID = 'virtual:elements-manifest'

/** Gives Storybook the manifest as the sources have it now. */
export function manifestPlugin(): Plugin {
  return {
    name: 'motcua-elements-manifest',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load: async (id) => (id === `\0${ID}` ? `export default ${JSON.stringify(await elementsManifest())}` : undefined),
  }
}
