/** How `elements-manifest.ts` reads the elements. */
export default {
  globs: ['src/elements/**/*.ts', 'src/field-shell/*.ts', 'src/fields/*/*-field.ts'],
  exclude: ['src/**/*.test.ts', 'src/**/*.stories.ts'],
  litelement: true,
  packagejson: false,
  quiet: true,
}
