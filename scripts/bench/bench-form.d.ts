/** The column a page is bundled with; the build puts one in its place. */
declare module 'bench-form' {
  export const mount: import('./handle.ts').MountForm
}
