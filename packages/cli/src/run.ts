import { parseArgs } from 'node:util'
import { runCheck } from './check-command.ts'
import type { CommandContext, ExitCode } from './command.ts'
import { runGenerate } from './generate-command.ts'
import { HELP } from './help.ts'

export interface RunOptions extends CommandContext {
  /** Arguments after the command's own name. */
  args: readonly string[]
  version: string
}

/** Runs one command line and gives its exit code; prints only through the context. */
export async function run({ args, version, ...context }: RunOptions): Promise<ExitCode> {
  const parsed = parse(args)
  if (typeof parsed === 'string') {
    context.err(`motcua: ${parsed}`)
    context.err('Try: motcua --help')
    return 2
  }
  const { values, positionals: [command, folder, ...more] } = parsed
  if (values.version === true) {
    context.out(version)
    return 0
  }
  if (values.help === true || command === undefined) {
    context.out(HELP)
    return values.help === true ? 0 : 2
  }
  if (more.length > 0) {
    context.err(`motcua ${command}: expected one folder, got also ${more.join(' ')}`)
    return 2
  }
  switch (command) {
    case 'check': return runCheck({ ...(folder === undefined ? {} : { root: folder }), isJson: values.json === true }, context)
    case 'generate': return runGenerate({ ...(folder === undefined ? {} : { root: folder }), ...(values.out === undefined ? {} : { out: values.out }), isCheck: values.check === true }, context)
    default:
      context.err(`motcua: there is no command "${command}"; there are check and generate. Try: motcua --help`)
      return 2
  }
}

const OPTIONS = {
  json: { type: 'boolean' }, check: { type: 'boolean' }, out: { type: 'string' },
  help: { type: 'boolean', short: 'h' }, version: { type: 'boolean', short: 'v' },
} as const

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
