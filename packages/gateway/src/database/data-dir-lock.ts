import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { GatewayConfigError } from '../errors.ts'

/**
 * Keeps a second process out of an embedded database: PGlite itself does not notice one and both would corrupt it.
 * A lock left by a process that died is taken over. Throws {@link GatewayConfigError}.
 */
export async function lockDataDir(dataDir: string): Promise<() => Promise<void>> {
  if (dataDir.includes('://')) return async () => {}
  const path = `${dataDir.replace(/\/+$/, '')}.lock`
  await mkdir(dirname(path), { recursive: true })
  try {
    await writeFile(path, String(process.pid), { flag: 'wx' })
  } catch {
    const holder = Number(await readFile(path, 'utf8').catch(() => ''))
    if (holder !== process.pid && isAlive(holder)) {
      throw new GatewayConfigError([`database.dataDir: process ${holder} has it open; stop that one, or use PostgreSQL for several instances`])
    }
    await writeFile(path, String(process.pid))
  }
  return () => rm(path, { force: true })
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid < 1) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
