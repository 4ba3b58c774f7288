import { execFile, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

/** A person's desk that nobody sees: a screen, a session bus and a home of its own, with a keyboard whose keys are real ones. */
export interface Desk {
  readonly home: string
  readonly env: NodeJS.ProcessEnv
  /** Between two keys. A person who types fast needs 60; a method that rewrites loses letters when they come faster than it can. */
  keyMs: number
  /** Starts a program that stays; it ends with the desk. */
  start(program: string, ...args: readonly string[]): void
  /** What else must be tidied away when the desk is. */
  onClose(tidy: () => void): void
  /** Runs a program to its end and gives what it printed. */
  run(program: string, ...args: readonly string[]): Promise<string>
  /** Presses the keys that print these characters of an American keyboard. */
  type(characters: string): Promise<void>
  /** Presses keys by their X names, such as `BackSpace`. */
  press(...keys: readonly string[]): Promise<void>
  close(): Promise<void>
}

export async function openDesk(): Promise<Desk> {
  const home = mkdtempSync(join(tmpdir(), 'motcua-desk-'))
  const children: ChildProcess[] = []
  const env: NodeJS.ProcessEnv = {
    ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, '.config'), XDG_CACHE_HOME: join(home, '.cache'), XDG_DATA_HOME: join(home, '.local'), XDG_RUNTIME_DIR: home,
    LANG: 'C.UTF-8', XDG_SESSION_TYPE: 'x11', GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1',
  }
  delete env.WAYLAND_DISPLAY
  delete env.DBUS_SESSION_BUS_ADDRESS
  // A group of its own each: what a program starts ends with it.
  const start = (program: string, ...args: readonly string[]): ChildProcess => {
    const child = spawn(program, args, { env, detached: true, stdio: ['ignore', 'pipe', 'ignore'] })
    child.on('error', () => undefined)
    children.push(child)
    return child
  }
  const endAll = (): void => { for (const { pid } of children.toReversed()) try { if (pid !== undefined) process.kill(-pid) } catch { /* has ended */ } }
  const tidy: Array<() => void> = [() => { rmSync(home, { recursive: true, force: true, maxRetries: 5 }) }]
  const leave = (): void => {
    endAll()
    for (const one of tidy) one()
  }
  process.once('exit', leave)
  env.DISPLAY = `:${await firstLine(start('Xvfb', '-displayfd', '1', '-screen', '0', '800x900x24', '-nolisten', 'tcp'))}`
  env.DBUS_SESSION_BUS_ADDRESS = await firstLine(start('dbus-daemon', '--session', '--nofork', '--print-address'))
  const run = async (program: string, ...args: readonly string[]): Promise<string> => (await promisify(execFile)(program, args, { env, timeout: 60_000 })).stdout.trim()
  const desk: Desk = {
    home, env, run, keyMs: 40, onClose: (one) => { tidy.push(one) },
    start: (program, ...args) => { start(program, ...args).stdout?.resume() },
    type: async (characters) => { await run('xdotool', 'type', '--delay', String(desk.keyMs), '--', characters) },
    press: async (...keys) => { await run('xdotool', 'key', '--delay', String(desk.keyMs), ...keys) },
    async close() {
      const gone = children.map((child) => (child.exitCode === null && child.signalCode === null ? new Promise((resolve) => { child.once('exit', resolve) }) : undefined))
      endAll()
      await Promise.race([Promise.all(gone), sleep(5000)])
      process.off('exit', leave)
      for (const one of tidy) one()
    },
  }
  return desk
}

/** Asks again until there is an answer. */
export async function until<T>(what: string, ask: () => Promise<T | undefined>, patienceMs = 15_000): Promise<T> {
  for (const end = Date.now() + patienceMs; ;) {
    const answer = await ask().catch(() => undefined)
    if (answer !== undefined) return answer
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`)
    await sleep(100)
  }
}

async function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.setEncoding('utf8').once('data', (said: string) => { resolve(said.trim()) })
    child.once('exit', () => { reject(new Error(`${child.spawnfile} ended before it said anything.`)) })
  })
}
