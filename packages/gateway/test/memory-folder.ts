import { accessSync, constants, mkdtempSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Room that a run of the tests never needs, so that others keep theirs. */
const ROOMY_BYTES = 2 * 1024 ** 3

/** A new folder below {@link memoryRoot}. */
export function memoryFolder(prefix: string): string {
  return mkdtempSync(join(memoryRoot(), prefix))
}

/** Where folders lie in memory if there is plenty of it, else on the disk: what a test waits for is not to be the disk. */
export function memoryRoot(): string {
  try {
    accessSync('/dev/shm', constants.W_OK)
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize > ROOMY_BYTES ? '/dev/shm' : tmpdir()
  } catch {
    return tmpdir()
  }
}
