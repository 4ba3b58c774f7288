import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { GatewayConfigError } from '../errors.ts'
import { lockDataDir } from './data-dir-lock.ts'

describe('the lock of an embedded database', () => {
  let dir: string
  beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'motcua-lock-')) })
  afterEach(() => rmSync(dir, { recursive: true, force: true }))

  it('keeps out a process while another that lives has the folder open', async () => {
    writeFileSync(join(dir, 'data.lock'), String(process.ppid))
    await expect(lockDataDir(join(dir, 'data'))).rejects.toThrow(GatewayConfigError)
    await expect(lockDataDir(`${join(dir, 'data')}/`)).rejects.toThrow(`process ${process.ppid}`)
  })

  it.each([['of a process that died', '4194303'], ['that says nothing', ''], ['that is no number', 'x']])('takes over a lock %s', async (_reason, content) => {
    writeFileSync(join(dir, 'data.lock'), content)
    const unlock = await lockDataDir(join(dir, 'data'))
    expect(readFileSync(join(dir, 'data.lock'), 'utf8')).toBe(String(process.pid))
    await unlock()
    expect(existsSync(join(dir, 'data.lock'))).toBe(false)
  })

  it('leaves databases in memory alone', async () => {
    await (await lockDataDir('memory://'))()
  })
})
