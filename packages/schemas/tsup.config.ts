import { readdirSync } from 'node:fs'
import { defineConfig } from 'tsup'
import { library } from '../../tsup.base.ts'

const procedures = readdirSync('src/generated/procedures').filter((name) => name.endsWith('.ts')).map((name) => name.slice(0, -3))

export default defineConfig(library({
  entry: {
    ...Object.fromEntries(['index', 'catalogue', 'definition', 'definitions', 'served', 'reference', 'communes', 'blocks', 'legacy-units', 'zod-support'].map((name) => [name, `src/${name}.ts`])),
    'generator/index': 'src/generator/index.ts',
    // A new procedure gets its subpath without an edit here: package.json exports the pattern "./*".
    ...Object.fromEntries(procedures.map((slug) => [`procedures/${slug}`, `src/generated/procedures/${slug}.ts`])),
  },
}))
