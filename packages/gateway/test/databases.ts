import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Client } from 'pg'
import type { GatewayConfig } from '../src/index.ts'

/** Gives databases to the gateways of one test file. */
export interface TestDatabases {
  create(): Promise<GatewayConfig['database']>
  close(): Promise<void>
}

/** Embedded databases, each in a folder of its own, copied from an empty one: making one costs seconds. */
async function pgliteDatabases(): Promise<TestDatabases> {
  const template = await pgliteTemplate()
  const dir = mkdtempSync(join(tmpdir(), 'motcua-pglite-'))
  let count = 0
  return {
    async create() {
      const dataDir = join(dir, String(++count))
      cpSync(template, dataDir, { recursive: true })
      return { dataDir }
    },
    close: async () => rmSync(dir, { recursive: true, force: true }),
  }
}

/** Kept beside the installed packages, under the version of PGlite; files that start together race to put it there. */
async function pgliteTemplate(): Promise<string> {
  const require = createRequire(import.meta.url)
  const packageDir = dirname(dirname(require.resolve('@electric-sql/pglite')))
  const { version }: { version: string } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'))
  const template = new URL(`../node_modules/.cache/pglite-${version}`, import.meta.url).pathname
  if (existsSync(template)) return template
  mkdirSync(dirname(template), { recursive: true })
  const building = mkdtempSync(`${template}-building-`)
  const pglite = await PGlite.create(join(building, 'data'))
  await pglite.close()
  try {
    renameSync(join(building, 'data'), template)
  } catch {
    // Another file was faster.
  }
  rmSync(building, { recursive: true, force: true })
  return template
}

/** A throw-away cluster with a database per gateway. */
async function postgresDatabases(): Promise<TestDatabases> {
  const bin = postgresBin()
  if (bin === undefined) throw new Error('PostgreSQL is not installed')
  const dir = mkdtempSync(join(tmpdir(), 'motcua-postgres-'))
  chmodSync(dir, 0o777)
  const port = await freePort()
  const asPostgres = (program: string, args: string[]) => {
    const [command, rest] = userInfo().uid === 0
      ? ['setpriv', ['--reuid=postgres', '--regid=postgres', '--init-groups', join(bin, program), ...args]]
      : [join(bin, program), args]
    execFileSync(command, rest, { stdio: 'ignore', cwd: '/' })
  }
  asPostgres('initdb', ['-D', join(dir, 'data'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'])
  asPostgres('pg_ctl', ['-D', join(dir, 'data'), '-l', join(dir, 'log'), '-w', '-o', `-p ${port} -k ${dir} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200`, 'start'])
  const urlOf = (name: string) => `postgresql://postgres@127.0.0.1:${port}/${name}`
  const admin = new Client({ connectionString: urlOf('postgres') })
  await admin.connect()
  return {
    async create() {
      const name = `t_${randomBytes(6).toString('hex')}`
      await admin.query(`create database ${name}`)
      return { url: urlOf(name), poolSize: 8 }
    },
    async close() {
      await admin.end()
      asPostgres('pg_ctl', ['-D', join(dir, 'data'), '-m', 'immediate', '-w', 'stop'])
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** Both databases for `describe.each`; PostgreSQL is skipped with the reason in its name where it is not installed. */
export const DATABASES: Array<{ database: string; open: () => Promise<TestDatabases>; skipped: boolean }> = [
  { database: 'PGlite', open: pgliteDatabases, skipped: false },
  postgresBin() === undefined
    ? { database: 'PostgreSQL (skipped: initdb not found, run npm run setup:system)', open: postgresDatabases, skipped: true }
    : { database: 'PostgreSQL', open: postgresDatabases, skipped: false },
]

/** Folder of the server programs, if PostgreSQL is installed. */
function postgresBin(): string | undefined {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map((version) => `/usr/lib/postgresql/${version}/bin`), ...(process.env.PATH ?? '').split(delimiter)]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('No free port'))))
    })
  })
}
