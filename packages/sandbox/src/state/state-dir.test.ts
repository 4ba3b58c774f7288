import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StateInUseError } from '../errors.ts'
import { keptIdentities } from './identities.ts'
import { keptSecret, openStateDir } from './state-dir.ts'

let folder: string
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'motcua-state-')) })
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('state folder of a sandbox', () => {
  it('refuses a second sandbox while the first one lives, and lets it in after a release', async () => {
    // The parent of this worker stands for the other sandbox: alive, and not this process.
    await writeFile(join(folder, 'lock'), String(process.ppid))
    await expect(openStateDir(folder)).rejects.toThrow(StateInUseError)
    await rm(join(folder, 'lock'))
    const state = await openStateDir(folder)
    expect(await readFile(join(folder, 'lock'), 'utf8')).toBe(String(process.pid))
    await state.release()
    await expect(readFile(join(folder, 'lock'))).rejects.toThrow('ENOENT')
  })

  it('is not kept shut by a sandbox that was killed', async () => {
    const killed = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
    await once(killed, 'exit')
    await writeFile(join(folder, 'lock'), String(killed.pid))
    await expect(openStateDir(folder)).resolves.toMatchObject({ path: folder })
  })

  it('keeps secrets and identities between runs, readable by this user alone, until it is emptied', async () => {
    const options = { officerName: 'Trần Văn Minh', organisation: 'UBND xã Mỹ Thuận', now: new Date('2026-11-20T02:00:00Z') }
    const first = await openStateDir(folder)
    const secret = await keptSecret(first, 'bank')
    const { officer } = await keptIdentities(first, options)
    const again = await openStateDir(folder)
    expect(await keptSecret(again, 'bank')).toBe(secret)
    expect((await keptIdentities(again, options)).officer.certificate).toEqual(officer.certificate)
    expect((await stat(join(folder, 'identities.json'))).mode & 0o077).toBe(0)
    const fresh = await openStateDir(folder, { fresh: true })
    expect(await keptSecret(fresh, 'bank')).not.toBe(secret)
  })
})
