import { parseArgs } from 'node:util'
import { CHECK } from './check-command.ts'
import type { Command, CommandContext, ExitCode, OptionValues } from './command.ts'
import { EMBED } from './embed/embed-command.ts'
import { GAPS } from './gaps/gaps-command.ts'
import { GENERATE } from './generate-command.ts'
import { commandHelp, overview } from './help.ts'
import { LIST } from './list-command.ts'
import { NEW_PROCEDURE } from './new/new-procedure-command.ts'
import { PREVIEW } from './preview/preview-command.ts'
import { SHOW } from './show/show-command.ts'
import { VALIDATE } from './validate/validate-command.ts'

const COMMANDS: readonly Command[] = [NEW_PROCEDURE, CHECK, GENERATE, PREVIEW, EMBED, LIST, SHOW, VALIDATE, GAPS]

export interface RunOptions extends CommandContext {
  /** Arguments after the command's own name. */
  args: readonly string[]
  version: string
}

/** Runs one command line and gives its exit code; prints only through the context. */
export async function run({ args, version, ...context }: RunOptions): Promise<ExitCode> {
  if (args.includes('--version') || args.includes('-v')) {
    context.out(version)
    return 0
  }
  const words = args.filter((arg) => !arg.startsWith('-'))
  const command = COMMANDS.find(({ name }) => name.split(' ').every((word, index) => words[index] === word))
  const wantsHelp = args.includes('--help') || args.includes('-h')
  if (command === undefined) {
    const [word] = words
    const unknown = args.find((arg) => arg.startsWith('-') && arg !== '--help' && arg !== '-h')
    if (word === undefined && unknown === undefined) {
      context.out(overview(COMMANDS))
      return wantsHelp ? 0 : 2
    }
    return wrong(`there is no command ${JSON.stringify((word ?? unknown ?? '').slice(0, 40))}; there are ${COMMANDS.map(({ name }) => name).join(', ')}. Try: motcua --help`, context)
  }
  if (wantsHelp) {
    context.out(commandHelp(command))
    return 0
  }
  const parsed = parse(withoutName(args, command), command)
  if (typeof parsed === 'string') return wrong(`${parsed} Try: motcua ${command.name} --help`, context, command)
  const { values, positionals } = parsed
  const [least, most] = command.takes
  if (positionals.length < least || positionals.length > most) {
    return wrong(`expected ${least === most ? least : `${least} to ${most}`} ${most === 1 ? 'argument' : 'arguments'}, got ${positionals.length}. Usage: motcua ${command.name} ${command.usage}`, context, command)
  }
  return command.run({ values, positionals }, context)
}

function wrong(sentence: string, context: CommandContext, command?: Command): 2 {
  context.err(`motcua${command === undefined ? '' : ` ${command.name}`}: ${sentence}`)
  return 2
}

function withoutName(args: readonly string[], { name }: Command): string[] {
  const words = name.split(' ')
  return args.filter((arg) => {
    if (arg !== words[0]) return true
    words.shift()
    return false
  })
}

function parse(args: string[], { options }: Command): { values: OptionValues; positionals: string[] } | string {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true })
    // No option may be given twice: the last one stands, as parseArgs has it.
    return { values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? value.at(-1) : value])), positionals }
  } catch (error) {
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split('. ')
    return `${sentence}.`
  }
}
