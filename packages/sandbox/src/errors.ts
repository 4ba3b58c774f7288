import { SdkError } from '@motcua/core/errors'

/** Another program listens on the port that the sandbox was asked to use. */
export class PortInUseError extends SdkError {
  override readonly name = 'PortInUseError'
  override readonly code = 'ERR_SANDBOX_PORT_IN_USE'
  readonly port: number
  constructor(port: number, options?: ErrorOptions) {
    super(`Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`, options)
    this.port = port
  }
}

/** Another sandbox works in the same state folder. */
export class StateInUseError extends SdkError {
  override readonly name = 'StateInUseError'
  override readonly code = 'ERR_SANDBOX_STATE_IN_USE'
  constructor(pid: number, lockFile: string) {
    super(`Process ${pid} already runs a sandbox on this state folder; two would damage its database. Stop it, or delete ${lockFile} if it is no sandbox.`)
  }
}

/** A simulator called another part of the sandbox and was refused. */
export class SimulatorCallError extends SdkError {
  override readonly name = 'SimulatorCallError'
  override readonly code = 'ERR_SANDBOX_CALL_REFUSED'
  readonly status: number
  readonly problem: unknown
  constructor(what: string, status: number, problem: unknown) {
    super(`${what} answered ${status}`)
    this.status = status
    this.problem = problem
  }
}

export type AnySandboxError = PortInUseError | StateInUseError | SimulatorCallError
