import { BROWSERS } from './browsers.ts'
import { casesFor } from './cases.ts'
import { openDesk } from './desk.ts'
import { INPUT_METHODS } from './methods.ts'
import { forgetRecordings, recordTraces } from './record.ts'
import { serveFields } from './serve.ts'
import { tryCase } from './try-case.ts'

/**
 * Types into our fields with the input methods of this system: real keys, a real method, a browser with a window. Nothing that it
 * does is made by a script but for the keys themselves.
 *
 *     npm run input-methods -- [part of the name of a method or browser …] [--record]
 *
 * Methods that are not installed are named and left out: `npm run setup:system -- input-methods` brings those of Debian. With
 * `--record` what each does is written down as traces in `.artifacts/input-methods/`; those worth keeping go to `traces.json`, which
 * the tests play anywhere.
 */
const words = process.argv.slice(2)
const isRecording = words.includes('--record')
const wanted = words.filter((word) => word !== '--record')
const isWanted = (name: string): boolean => wanted.every((word) => name.toLowerCase().includes(word.toLowerCase()))

// What was started ends with this program, however it ends.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => { process.exit(1) })

if (isRecording) forgetRecordings()
const { origin, close } = await serveFields()
let missed = 0
let tried = 0
for (const [turn, method] of INPUT_METHODS.entries()) {
  const version = method.version()
  for (const kind of BROWSERS) {
    const name = `${method.name} in ${kind.name}`
    if (!isWanted(name)) continue
    if (version === undefined || !kind.isHere()) {
      console.log(`conformance-note: real input methods, ${name}: not here (${version === undefined ? method.from : kind.from})`)
      continue
    }
    const desk = await openDesk()
    try {
      await method.start(desk)
      const browser = await kind.launch(desk, origin)
      const seat = { desk, browser }
      const cases = casesFor(method.keys, turn)
      let right = 0
      try {
        if (isRecording) await recordTraces(seat, { method, version })
        else for (const one of cases) {
          let { faults, own } = await tryCase(seat, one)
          if (faults.length > 0) {
            // Keys that come faster than a busy machine lets the method work lose their order in any box: once more, slowly.
            console.log(`conformance-note: ${name}: ${one.name}, tried again with slower keys: ${faults.join('; ')}`)
            const pace = desk.keyMs
            desk.keyMs = 4 * pace;
            ({ faults, own } = await tryCase(seat, one))
            desk.keyMs = pace
          }
          if (faults.length === 0) right += 1
          else console.error(`  ${name} · ${one.name} (${one.keys}): ${faults.join('; ')}`)
          if (own !== undefined) console.log(`conformance-note: ${name}: the method itself: ${own}`)
        }
      } finally { await browser.close() }
      if (isRecording) continue
      console.log(`conformance-note: ${version}, ${browser.name} ${browser.version}`)
      console.log(`conformance: real input methods, ${name}: ${right}/${cases.length}`)
      missed += cases.length - right
      tried += cases.length
    } catch (error) {
      missed += 1
      console.error(`  ${name}: ${error instanceof Error ? error.message : String(error)}`)
    } finally { await desk.close() }
  }
}
close()
process.exitCode = missed === 0 && (isRecording || tried > 0) ? 0 : 1
