import { execFile } from 'node:child_process'
import { createWriteStream, existsSync } from 'node:fs'
import type { WriteStream } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { isSdkError } from '@motcua/core/errors'
import { startSandbox } from './sandbox.ts'

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

const { values } = parseArgs({ options: { fresh: { type: 'boolean', default: false } } })
const startedAt = performance.now()
const progress = (line: string): void => { console.log(`[${((performance.now() - startedAt) / 1000).toFixed(1)} s] ${line}`) }

try {
  await buildKit()
  const sandbox = await startSandbox({
    port: readPort(process.env.PORT),
    stateDir: fromRoot('.sandbox'),
    ...(process.env.DATABASE_URL ? { databaseUrl: process.env.DATABASE_URL } : {}),
    fresh: values.fresh,
    progress,
    log: logToFile(fromRoot('.sandbox/gateway.log')),
  })
  console.log(`ready http://localhost:${sandbox.port}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      sandbox.close().then(() => process.exit(0), (error: unknown) => {
        console.error(error)
        process.exit(1)
      })
    })
  }
} catch (error) {
  console.error(isSdkError(error) ? `${error.code}: ${error.message}` : error)
  process.exitCode = 1
}

/**
 * The browser bundle is built from the sources next door, so that the page runs what the developer just edited. A process
 * of its own, because what a bundler needs in memory is not given back to the sandbox.
 */
async function buildKit(): Promise<void> {
  const script = fromRoot('packages/eforms/build-browser.ts')
  if (!existsSync(script)) return
  progress('gói cho trình duyệt / browser bundle')
  await promisify(execFile)(process.execPath, [...process.execArgv, script])
}

/** The gateway's log lines go to a file, so that the terminal stays readable. */
function logToFile(file: string): (entry: object) => void {
  let stream: WriteStream | undefined
  return (entry) => {
    // Opened at the first line: by then the folder is there, and --fresh has emptied it.
    stream ??= createWriteStream(file, { flags: 'w' })
    stream.write(`${JSON.stringify(entry)}\n`)
  }
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return 8080
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new TypeError(`PORT must be a whole number from 0 to 65535, not ${JSON.stringify(text)}`)
  return port
}
