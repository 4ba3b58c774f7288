import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import type { Method } from '../../packages/eforms/src/input-methods/keystrokes.ts'
import { until } from './desk.ts'
import type { Desk } from './desk.ts'

/** A program that turns keys into Vietnamese letters, set up in one way. */
export interface InputMethod {
  readonly name: string
  readonly keys: Method
  /** The program and its version; nothing when it is not installed. */
  version(): string | undefined
  /** What would bring it here. */
  readonly from: string
  /** Starts it on a desk; what a browser needs in its environment goes into the desk's. */
  start(desk: Desk): Promise<void>
}

const BAMBOO = process.env.IBUS_BAMBOO ?? '/usr/lib/ibus-bamboo/ibus-engine-bamboo'

export const INPUT_METHODS: readonly InputMethod[] = [
  ...(['telex', 'vni'] as const).map((keys): InputMethod => ({
    name: `ibus-unikey (${keys})`, keys, from: 'apt-get install ibus-unikey', version: () => packageVersion('ibus-unikey'),
    start: async (desk) => {
      await desk.run('gsettings', 'set', 'org.freedesktop.ibus.engine.unikey', 'input-method', keys)
      await startIbus(desk, 'Unikey')
    },
  })),
  ...(['telex', 'vni'] as const).map((keys): InputMethod => ({
    name: `ibus-m17n (${keys})`, keys, from: 'apt-get install ibus-m17n', version: () => packageVersion('ibus-m17n'),
    start: (desk) => startIbus(desk, `m17n:vi:${keys}`),
  })),
  ...(['telex', 'vni'] as const).map((keys): InputMethod => ({
    name: `fcitx5-unikey (${keys})`, keys, from: 'apt-get install fcitx5-unikey', version: () => packageVersion('fcitx5-unikey'),
    start: (desk) => startFcitx(desk, 'unikey', `InputMethod=${keys === 'vni' ? 'VNI' : 'Telex'}`),
  })),
  {
    name: 'fcitx5-unikey (telex, from the surrounding text)', keys: 'telex', from: 'apt-get install fcitx5-unikey', version: () => packageVersion('fcitx5-unikey'),
    start: (desk) => startFcitx(desk, 'unikey', 'InputMethod=Telex\nSurroundingText=True'),
  },
  {
    name: 'fcitx5-bamboo (telex)', keys: 'telex', from: 'apt-get install fcitx5-bamboo', version: () => packageVersion('fcitx5-bamboo'),
    start: (desk) => startFcitx(desk, 'bamboo', ''),
  },
  // The ways of ibus-bamboo without a composition, by their number in its settings.
  ...([[2, 'surrounding text'], [3, 'Backspaces forwarded'], [4, 'Shift and Left forwarded'], [6, 'Backspaces of XTest']] as const).map(([mode, title]): InputMethod => ({
    name: `ibus-bamboo (telex, ${title})`, keys: 'telex', from: 'ibus-bamboo, which Debian does not have, without settings of its own: IBUS_BAMBOO=<path of ibus-engine-bamboo>', version: bambooVersion,
    start: (desk) => startBamboo(desk, mode),
  })),
]

async function startIbus(desk: Desk, engine: string): Promise<void> {
  Object.assign(desk.env, { GTK_IM_MODULE: 'ibus', XMODIFIERS: '@im=ibus' })
  for (const [key, value] of [['preload-engines', `['${engine}']`], ['use-global-engine', 'true'], ['use-system-keyboard-layout', 'true']] as const) await desk.run('gsettings', 'set', 'org.freedesktop.ibus.general', key, value)
  desk.start('ibus-daemon', '--panel', 'disable', '--xim')
  await until(`ibus and its engine ${engine}`, async () => {
    await desk.run('ibus', 'engine', engine).catch(() => undefined)
    return await desk.run('ibus', 'engine') === engine ? true : undefined
  })
}

async function startFcitx(desk: Desk, engine: string, settings: string): Promise<void> {
  Object.assign(desk.env, { GTK_IM_MODULE: 'fcitx', XMODIFIERS: '@im=fcitx' })
  write(join(desk.home, '.config/fcitx5/profile'), `[Groups/0]\nName=Default\nDefault Layout=us\nDefaultIM=${engine}\n\n[Groups/0/Items/0]\nName=${engine}\nLayout=\n\n[GroupOrder]\n0=Default\n`)
  write(join(desk.home, '.config/fcitx5/config'), '[Behavior]\nActiveByDefault=True\nShareInputState=All\n')
  write(join(desk.home, `.config/fcitx5/conf/${engine}.conf`), `${settings}\n`)
  desk.start('fcitx5', '--disable', 'wayland,waylandim,notificationitem,kimpanel')
  await until(`fcitx5 and its engine ${engine}`, async () => (await desk.run('fcitx5-remote', '-n') === engine ? true : undefined))
}

/** Its settings lie in the home that the system knows for the person, whatever `HOME` says; settings that somebody has are left alone. */
async function startBamboo(desk: Desk, mode: number): Promise<void> {
  const settings = join(userInfo().homedir, '.config/ibus-bamboo')
  desk.keyMs = 140
  write(join(settings, 'ibus-bamboo.config.json'), JSON.stringify({ DefaultInputMode: mode }))
  desk.onClose(() => { rmSync(settings, { recursive: true, force: true }) })
  write(join(desk.home, 'component/bamboo.xml'), `<component><name>org.freedesktop.IBus.bamboo</name><exec>${BAMBOO} --ibus</exec><textdomain>ibus-bamboo</textdomain>
<engines><engine><name>Bamboo</name><language>vi</language><layout>default</layout><longname>Bamboo</longname><rank>1</rank></engine></engines></component>`)
  desk.env.IBUS_COMPONENT_PATH = `${join(desk.home, 'component')}:/usr/share/ibus/component`
  await startIbus(desk, 'Bamboo')
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

function packageVersion(name: string): string | undefined {
  try { return `${name} ${execFileSync('dpkg-query', ['-W', '-f', '${Version}', name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })}` } catch { return undefined }
}

function bambooVersion(): string | undefined {
  if (!existsSync(BAMBOO) || existsSync(join(userInfo().homedir, '.config/ibus-bamboo'))) return undefined
  return `ibus-bamboo ${execFileSync(BAMBOO, ['-version'], { encoding: 'utf8' }).trim()}`
}
