import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { userInfo } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Client } from 'pg'
import type { GatewayConfig } from '../src/index.ts'
import { memoryFolder } from './memory-folder.ts'

/** Gives databases to the gateways of one test file. */
export interface TestDatabases {
  create(): Promise<GatewayConfig['database']>
  /** Without a table, for tests of the migrations. */
  createEmpty(): Promise<GatewayConfig['database']>
  close(): Promise<void>
}

/** Embedded databases, each in a folder of its own, copied from what a gateway left that was started once: starting it takes longer than most tests. */
async function pgliteDatabases(): Promise<TestDatabases> {
  const empty = `pglite-${versionOf('@electric-sql/pglite')}`
  const emptyTemplate = () => templateOf(empty, async (dataDir) => { await (await PGlite.create(dataDir)).close() })
  const startedTemplate = () => templateOf(`${empty}-${versionOf('pg-boss')}-${tablesHash()}`, async (dataDir) => {
    cpSync(await emptyTemplate(), dataDir, { recursive: true })
    const { createWorld } = await import('./world.ts')
    await (await createWorld({ dataDir })).close()
  })
  const dir = memoryFolder('motcua-pglite-')
  let count = 0
  const copyOf = (template: string): GatewayConfig['database'] => {
    const dataDir = join(dir, String(++count))
    cpSync(template, dataDir, { recursive: true })
    return { dataDir }
  }
  return {
    create: async () => copyOf(await startedTemplate()),
    createEmpty: async () => copyOf(await emptyTemplate()),
    close: async () => rmSync(dir, { recursive: true, force: true }),
  }
}

function versionOf(name: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), 'utf8'))
  return version
}

/** Other tables, another template. */
function tablesHash(): string {
  const hash = createHash('sha256')
  const migrations = new URL('../src/database/migrations/', import.meta.url)
  for (const name of readdirSync(migrations).sort()) hash.update(name).update(readFileSync(new URL(name, migrations)))
  return hash.update(readFileSync(new URL('../src/outbox/outbox.ts', import.meta.url))).digest('hex').slice(0, 12)
}

/** Data that is copied to begin with. Kept beside the installed packages, under a name with a version; files that start together race to put it there. */
async function templateOf(name: string, build: (dataDir: string) => Promise<void>): Promise<string> {
  const template = new URL(`../node_modules/.cache/${name}`, import.meta.url).pathname
  if (existsSync(template)) return template
  mkdirSync(dirname(template), { recursive: true })
  const building = mkdtempSync(`${template}-building-`)
  await build(join(building, 'data'))
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
  const dir = memoryFolder('motcua-postgres-')
  chmodSync(dir, 0o777)
  const asPostgres = (program: string, args: string[]) => {
    const [command, rest] = userInfo().uid === 0
      ? ['setpriv', ['--reuid=postgres', '--regid=postgres', '--init-groups', join(bin, program), ...args]]
      : [join(bin, program), args]
    execFileSync(command, rest, { stdio: 'ignore', cwd: '/' })
  }
  const version = execFileSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }).trim().replaceAll(/[^\w.]+/g, '-')
  const template = await templateOf(version, async (dataDir) => {
    // Where the server's own user may write; the owner stays the same in each copy.
    asPostgres('initdb', ['-D', join(dir, 'made'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync', '--wal-segsize=1'])
    execFileSync('cp', ['-a', join(dir, 'made'), dataDir])
  })
  execFileSync('cp', ['-a', template, join(dir, 'data')])
  const port = await freePort()
  asPostgres('pg_ctl', ['-D', join(dir, 'data'), '-l', join(dir, 'log'), '-w', '-o', `-p ${port} -k ${dir} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200`, 'start'])
  const urlOf = (name: string) => `postgresql://postgres@127.0.0.1:${port}/${name}`
  const admin = new Client({ connectionString: urlOf('postgres') })
  await admin.connect()
  const create = async (): Promise<GatewayConfig['database']> => {
    const name = `t_${randomBytes(6).toString('hex')}`
    await admin.query(`create database ${name}`)
    return { url: urlOf(name), poolSize: 8 }
  }
  return {
    create, createEmpty: create,
    async close() {
      await admin.end()
      asPostgres('pg_ctl', ['-D', join(dir, 'data'), '-m', 'immediate', '-w', 'stop'])
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

interface TestedDatabase {
  database: string
  open: () => Promise<TestDatabases>
  skipped: boolean
  /** Why a test that opens the database beside the gateway is skipped, to stand in its name; empty where it is not. */
  notBeside: string
}

/** Both databases for `describe.each`; PostgreSQL is skipped with the reason in its name where it is not installed. */
export const DATABASES: TestedDatabase[] = [
  { database: 'PGlite', open: pgliteDatabases, skipped: false, notBeside: ' (skipped: it opens the database beside the gateway, and PGlite bears one opener)' },
  postgresBin() === undefined
    ? { database: 'PostgreSQL (skipped: initdb not found, run npm run setup:system)', open: postgresDatabases, skipped: true, notBeside: '' }
    : { database: 'PostgreSQL', open: postgresDatabases, skipped: false, notBeside: '' },
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
