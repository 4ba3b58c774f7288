import { GatewayConfigError } from '../errors.ts'
import type { CommuneDirectory } from './communes.ts'
import type { DefinitionSource } from './source.ts'

/** The definitions of `@motcua/schemas`. */
export function bundledDefinitions(): DefinitionSource {
  throw new GatewayConfigError(['definitions: this release bundles none; pass a source'])
}

/** The administrative units of `@motcua/schemas`. */
export function bundledCommunes(): CommuneDirectory {
  throw new GatewayConfigError(['communes: this release bundles none; pass a directory'])
}
