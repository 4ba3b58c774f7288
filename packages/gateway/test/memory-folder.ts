import { accessSync, constants, mkdtempSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Room that a run of the tests never needs, so that others keep theirs. */
const ROOMY_BYTES = 2 * 1024 ** 3

/** A new folder in memory where there is plenty of it, else on the disk: what a test waits for is not to be the disk. */
export function memoryFolder(prefix: string): string {
  return mkdtempSync(join(hasMemoryFolders() ? '/dev/shm' : tmpdir(), prefix))
}

function hasMemoryFolders(): boolean {
  try {
    accessSync('/dev/shm', constants.W_OK)
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize > ROOMY_BYTES
  } catch {
    return false
  }
}
