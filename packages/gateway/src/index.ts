export { createGateway } from './gateway.ts'
export type { Gateway } from './gateway.ts'
export type {
  AgencyConfig, GatewayConfig, GatewayLimits, IdentityProviderConfig, NationalReceiverConfig, SystemSealConfig, TrustAnchorConfig,
} from './config.ts'
export type { AppointmentsConfig, CounterConfig, OpeningConfig } from './appointments/config.ts'
export type { FeedbackConfig } from './feedback/config.ts'
export type { EarlierMonth, StatisticsConfig } from './statistics/config.ts'
export type { CountName, MonthCounts, Share, ShareName } from './statistics/counts.ts'
export type { SigningAct, SigningConfig, SigningRight } from './signing/config.ts'
export { GatewayConfigError, GatewayMigrationError } from './errors.ts'
export type { LogEntry } from './http/access-log.ts'
export { createPopulationLookUp } from './prefill/population.wire.ts'
export type { PopulationLookUpConfig } from './prefill/population.wire.ts'
export type {
  PopulationAnswer, PopulationDatabase, PopulationDatabaseConfig, PopulationFact, PopulationRecord, PopulationRequest,
} from './prefill/population.ts'
export { PROBLEMS } from './http/problem.ts'
export type { ProblemName } from './http/problem.ts'
export { createDefinitionSource } from './definitions/source.ts'
export type { DefinitionSource } from './definitions/source.ts'
export type { CommuneDirectory, CommuneEntry } from './definitions/communes.ts'
