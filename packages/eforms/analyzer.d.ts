/** The analyser ships its command line without types. */
declare module '@custom-elements-manifest/analyzer/cli.js' {
  export function cli<Manifest>(options: { argv: string[]; cwd: string; noWrite: boolean }): Promise<Manifest>
}
