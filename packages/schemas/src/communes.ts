import { createCommuneDirectory } from './commune-directory.ts'
import { COMMUNES } from './generated/reference/communes.ts'

export type { CommuneDirectory } from './commune-directory.ts'
export type { Commune, Province } from './reference-types.ts'

/** Directory of all communes, loaded with the module: for servers. In the browser use `loadCommunes` of `@motcua/schemas/reference`. */
export const communes = /* @__PURE__ */ createCommuneDirectory(COMMUNES)
