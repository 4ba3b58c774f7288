import { createApp } from './app.ts'
import { checkConfig } from './check-config.ts'
import type { GatewayConfig } from './config.ts'
import { connect } from './database/connect.ts'
import { migrate } from './database/migrate.ts'
import { bundledCalendar, bundledCommunes, bundledDefinitions } from './definitions/bundled.ts'
import { checkFeeReadings } from './definitions/check-fee-readings.ts'
import { startHousekeeping } from './housekeeping.ts'
import { createLogger, writeJsonLine } from './http/access-log.ts'
import { createNationalReceiver } from './outbox/national-receiver.ts'
import { createOutbox } from './outbox/outbox.ts'
import { synchronise } from './outbox/synchronise.ts'
import type { Services } from './services.ts'
import { createRelyingParty } from './session/relying-party.ts'
import { createSystemSeal } from './steps/seal.ts'
import { createFileStorage, uploadsDirOf } from './uploads/storage.ts'
import { createUploadStore } from './uploads/upload-store.ts'

/** A running gateway. */
export interface Gateway {
  /** Serves the portal contract; hand it to any server that speaks Request and Response. */
  fetch: (request: Request) => Response | Promise<Response>
  /** Ends the queue and closes the database. Requests still running finish first if you stop the server first. */
  close(): Promise<void>
}

/**
 * Starts a gateway: checks the configuration, migrates the database, opens the outbox.
 *
 * Without `database.url` it keeps everything in an embedded PGlite; several gateways on one PostgreSQL behave as one.
 * @throws {GatewayConfigError} listing everything that is missing.
 * @throws {GatewayMigrationError} when the database belongs to a newer release.
 *
 * @example
 * import { serve } from '@hono/node-server'
 * const gateway = await createGateway(config)
 * serve({ fetch: gateway.fetch, port: 8081 })
 */
export async function createGateway(config: GatewayConfig): Promise<Gateway> {
  checkConfig(config)
  const clock = config.clock ?? (() => new Date())
  const definitions = config.definitions ?? bundledDefinitions()
  checkFeeReadings(config.agencies, definitions, clock())
  const log = createLogger(config.log ?? writeJsonLine, clock)
  const limits = {
    sessionMinutes: 30, signInMinutes: 10, oneTimeCodeSeconds: 60, jsonBytes: 1_048_576, resultBytes: 20_971_520,
    paymentMinutes: 1440, outboxPollSeconds: 1, outboxRetrySeconds: 5, openUploads: 60, uploadHours: 168, idempotencyHours: 8760, prefillsPerHour: 30, prefillRecordDays: Number.POSITIVE_INFINITY, appointmentDays: 30, ...config.limits,
  }
  const connection = await connect(config.database)
  try {
    // The upload store makes its folder in the background; ours, awaited after it, sees to it that this is over.
    const uploadStore = createUploadStore(connection.db, uploadsDirOf(config.filesDir))
    const files = await createFileStorage(config.filesDir)
    await migrate(connection.db)
    const outbox = await createOutbox(connection, { log, pollSeconds: limits.outboxPollSeconds, retrySeconds: limits.outboxRetrySeconds })
    const services: Services = {
      config, limits, clock, log, outbox, definitions,
      db: connection.db,
      communes: config.communes ?? bundledCommunes(),
      calendar: config.calendar ?? bundledCalendar(),
      seal: createSystemSeal(config.systemSeal, clock),
      files,
      uploadStore,
      relyingParty: createRelyingParty(config.identityProvider),
    }
    if (config.nationalReceiver !== undefined) {
      const receiver = createNationalReceiver(config.nationalReceiver)
      await outbox.work((code) => synchronise(services, receiver, code))
    }
    const stopHousekeeping = startHousekeeping(services)
    const app = createApp(services)
    return {
      fetch: (request) => app.fetch(request),
      async close() {
        stopHousekeeping()
        await outbox.close()
        await connection.close()
      },
    }
  } catch (error) {
    await connection.close()
    throw error
  }
}
