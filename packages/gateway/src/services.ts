import type { FileStore } from '@tus/file-store'
import type { WorkingCalendar } from '@motcua/core/calendar'
import type { Kysely } from 'kysely'
import type { GatewayConfig } from './config.ts'
import type { Database } from './database/schema.ts'
import type { CommuneDirectory } from './definitions/communes.ts'
import type { DefinitionSource } from './definitions/source.ts'
import type { FileStorage } from './uploads/storage.ts'
import type { Logger } from './http/access-log.ts'
import type { Outbox } from './outbox/outbox.ts'
import type { RelyingParty } from './session/relying-party.ts'
import type { SystemSeal } from './steps/seal.ts'

/** What the handlers work with; built once by `createGateway`. */
export interface Services {
  config: GatewayConfig
  limits: Required<NonNullable<GatewayConfig['limits']>>
  db: Kysely<Database>
  definitions: DefinitionSource
  communes: CommuneDirectory
  calendar: WorkingCalendar
  seal: SystemSeal
  files: FileStorage
  uploadStore: FileStore
  outbox: Outbox
  relyingParty: RelyingParty
  clock: () => Date
  log: Logger
}
