import type { Options } from 'tsup'

/** One build for every published package: ESM with declarations and source maps (docs/decisions/0002-esm-only.md). */
export function library(options: Options): Options {
  return { format: ['esm'], dts: true, clean: true, sourcemap: true, target: 'es2022', splitting: true, treeshake: true, ...options }
}
