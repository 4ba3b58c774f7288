import type { AgencyConfig } from '../config.ts'
import { describeError } from '../http/access-log.ts'
import type { Services } from '../services.ts'
import { applyAnswer } from './apply-answer.ts'
import { completeSigning } from './complete.ts'
import { signingTimes, type SigningConfig } from './config.ts'
import { claim, findRequest, move } from './moves.ts'
import { lookAfterCancelled } from './look-after-cancelled.ts'
import type { RequestRow } from './situation.ts'

/** A process that asked the service and then stopped leaves its request like this. */
const INTERRUPTED_SECONDS = 60
/** How long one call has a signature that came for itself. */
const COMPLETING_SECONDS = 10

/**
 * Brings a request up to now: asks the service if somebody should, embeds what has come, ends what took too long. Safe to call by several
 * at once and as often as one likes.
 */
export async function checkSigning(services: Services, request: RequestRow, { signing, agency }: { signing: SigningConfig; agency: AgencyConfig }): Promise<RequestRow> {
  const { db, clock } = services
  const now = clock()
  const current = (): Promise<RequestRow> => findRequest(db, request.dossier_code, request.id)
  switch (request.state) {
    case 'preparing':
      if (now.getTime() - request.created_at.getTime() < INTERRUPTED_SECONDS * 1000) return request
      return await move(db, request, 'failed', now, { failure: 'interrupted' }) ?? current()
    case 'waiting': {
      if (now >= request.expires_at) return await move(db, request, 'expired', now) ?? current()
      if (!await claim(db, request, now, signingTimes(signing).pollSeconds)) return current()
      const moved = await poll(services, request, signing)
      return moved?.state === 'embedding' ? completeSigning(services, moved, agency) : moved ?? current()
    }
    case 'embedding':
    case 'verified':
      return await claim(db, request, now, COMPLETING_SECONDS) ? completeSigning(services, request, agency) : current()
    default:
      return request
  }
}

/** A service that does not answer ends nothing: there is time until the request expires. */
async function poll(services: Services, request: RequestRow, signing: SigningConfig): Promise<RequestRow | undefined> {
  const right = signing.signerOf({ subject: request.subject, agencyCode: request.agency_code })
  if (right === undefined || request.service_id === null) return move(services.db, request, 'failed', services.clock(), { failure: 'service-refused' })
  try {
    const answer = await right.signer.poll(request.service_id)
    if (answer.status === 'pending') await lookAfterCancelled(services, request, right)
    return await applyAnswer(services, request, answer)
  } catch (error) {
    services.log('warn', 'signing-poll-failed', { dossierCode: request.dossier_code, ...describeError(error) })
    return undefined
  }
}
