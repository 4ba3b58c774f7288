import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GatewayConfig } from '../src/index.ts'
import { DATABASES, type TestDatabases } from './databases.ts'
import { submissionForSelf } from './filing.ts'
import { LAN, PAGE, apiOf, createWorld } from './world.ts'

describe.each(DATABASES)('a gateway killed after commit and before its answer, on $database', ({ open, skipped }) => {
  let databases: TestDatabases
  let filesDir: string

  beforeAll(async () => {
    if (skipped) return
    databases = await open()
    filesDir = mkdtempSync(join(tmpdir(), 'motcua-crash-'))
  })
  afterAll(async () => {
    await databases?.close()
    if (filesDir !== undefined) rmSync(filesDir, { recursive: true, force: true })
  })

  it.skipIf(skipped)('has filed one dossier, and the retry gets its code', async () => {
    const database = await databases.create()
    const before = await createWorld(database, { filesDir })
    const { accessToken } = await before.signIn(LAN)
    await before.gateway.close()

    const key = randomUUID()
    await expect(submitToDoomedGateway(database, filesDir, { accessToken, key })).rejects.toThrow()

    const after = await createWorld(database, { filesDir })
    try {
      const lan = apiOf(after.request, accessToken)
      const filed = (await lan.get('/v1/dossiers')).body.dossiers
      expect(filed).toHaveLength(1)
      const retry = await lan.post('/v1/dossiers', submissionForSelf(), { key })
      expect(retry).toMatchObject({ status: 201, body: { code: filed[0].code, state: 1, submittedAt: filed[0].submittedAt } })
      expect((await lan.get('/v1/dossiers')).body.dossiers).toHaveLength(1)
      expect((await lan.get(`/v1/dossiers/${filed[0].code}`)).body.steps).toHaveLength(1)
    } finally {
      await after.close()
    }
  })
})

async function submitToDoomedGateway(database: GatewayConfig['database'], filesDir: string, { accessToken, key }: { accessToken: string; key: string }): Promise<Response> {
  const { child, port } = await startInAnotherProcess(database, filesDir)
  const exited = once(child, 'exit')
  try {
    return await fetch(`http://127.0.0.1:${port}/v1/dossiers`, {
      method: 'POST',
      headers: { Origin: PAGE, Authorization: `Bearer ${accessToken}`, 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(submissionForSelf()),
    })
  } finally {
    child.kill('SIGKILL')
    expect((await exited)[1]).toBe('SIGKILL')
  }
}

/** Rejects when the process ends before it listens. */
async function startInAnotherProcess(database: GatewayConfig['database'], filesDir: string): Promise<{ child: ChildProcess; port: string }> {
  const child = spawn(process.execPath, ['--conditions=@motcua/source', new URL('crash-gateway.ts', import.meta.url).pathname], {
    env: { ...process.env, CRASH_DATABASE: JSON.stringify(database), CRASH_FILES: filesDir, NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const match = /listening (\d+)/.exec(chunk.toString())
      if (match?.[1] !== undefined) resolve(match[1])
    })
    child.once('exit', (code) => reject(new Error(`The child gateway ended with ${code}`)))
  })
  return { child, port }
}
