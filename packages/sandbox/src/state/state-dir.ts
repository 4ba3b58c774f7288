import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StateInUseError } from '../errors.ts'

/** Folder that holds what a sandbox keeps between runs. Everything in it may be deleted. */
export interface StateDir {
  readonly path: string
  /** A folder inside it, made when missing. */
  folder(name: string): Promise<string>
  /** Text of a file, or undefined when there is none yet. */
  read(name: string): Promise<string | undefined>
  /** Writes a file that only this user may read: it may hold keys. */
  write(name: string, text: string): Promise<void>
  /** Lets another sandbox in. */
  release(): Promise<void>
}

const LOCK = 'lock'

/**
 * Opens (with `fresh`: empties first) the folder of a sandbox. The embedded database has no lock of its own, so a live
 * process in the lock file makes this throw {@link StateInUseError}.
 */
export async function openStateDir(path: string, options: { fresh?: boolean } = {}): Promise<StateDir> {
  await refuseSecondSandbox(join(path, LOCK))
  if (options.fresh === true) await rm(path, { recursive: true, force: true })
  await mkdir(path, { recursive: true })
  await writeFile(join(path, LOCK), String(process.pid))
  return {
    path,
    folder: async (name) => {
      const folder = join(path, name)
      await mkdir(folder, { recursive: true })
      return folder
    },
    read: async (name) => {
      try {
        return await readFile(join(path, name), 'utf8')
      } catch {
        return undefined
      }
    },
    write: (name, text) => writeFile(join(path, name), text, { mode: 0o600 }),
    release: () => rm(join(path, LOCK), { force: true }),
  }
}

async function refuseSecondSandbox(lockFile: string): Promise<void> {
  const pid = Number(await readFile(lockFile, 'utf8').catch(() => ''))
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return
  try {
    // Signal 0 only asks whether the process is there; one that was killed leaves the file behind.
    process.kill(pid, 0)
  } catch {
    return
  }
  throw new StateInUseError(pid, lockFile)
}

/** A secret shared by two simulators, made once and kept: a bank that was stopped still signs with the same one. */
export async function keptSecret(state: StateDir, name: string): Promise<string> {
  const file = `${name}.secret`
  const kept = await state.read(file)
  if (kept !== undefined && kept.length >= 32) return kept
  const secret = randomBytes(32).toString('base64url')
  await state.write(file, secret)
  return secret
}
