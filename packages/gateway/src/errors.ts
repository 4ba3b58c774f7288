import { SdkError } from '@motcua/core/errors'

/** The gateway's configuration is incomplete or contradicts itself; the message lists every item, never a secret. */
export class GatewayConfigError extends SdkError {
  override readonly name = 'GatewayConfigError'
  override readonly code = 'ERR_GATEWAY_CONFIG'
  /** One sentence per item: which option, what was expected, what came. */
  readonly items: readonly string[]
  constructor(items: readonly string[], options?: ErrorOptions) {
    super(`The gateway cannot start:\n${items.map((item) => `- ${item}`).join('\n')}`, options)
    this.items = items
  }
}

/** The stored schema is newer than this release, or a migration failed. */
export class GatewayMigrationError extends SdkError {
  override readonly name = 'GatewayMigrationError'
  override readonly code = 'ERR_GATEWAY_MIGRATION'
}
