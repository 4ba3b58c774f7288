import { spawn } from 'node:child_process'

export interface StepResult { name: string; ok: boolean; seconds: number }

/** Runs one command of the check, prints its output when it fails (or always, with `loud`), and says how long it took. */
export async function runStep(name: string, command: string, args: readonly string[], { loud = false, env = {} }: { loud?: boolean; env?: Record<string, string> } = {}): Promise<StepResult> {
  const started = performance.now()
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: loud ? 'inherit' : ['ignore', 'pipe', 'pipe'] })
  const output: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => output.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => output.push(chunk))
  const exitCode = await new Promise<number>((resolve) => {
    child.on('error', (err) => { output.push(Buffer.from(String(err))); resolve(1) })
    child.on('close', (code) => resolve(code ?? 1))
  })
  const seconds = (performance.now() - started) / 1000
  const ok = exitCode === 0
  console.log(`${ok ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`)
  if (!ok && !loud) console.log(Buffer.concat(output).toString())
  return { name, ok, seconds }
}

/** The `node` of the toolchain (the process we run in), so that a child never falls back to an older system Node. */
export const NODE = process.execPath
