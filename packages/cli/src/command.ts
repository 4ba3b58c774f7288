import type { ParseArgsOptionsConfig } from 'node:util'

/** What a command may touch, so that tests can give their own. */
export interface CommandContext {
  cwd: string
  out(line: string): void
  err(line: string): void
  /** Colours may be used: a terminal, and no NO_COLOR. @default false */
  isColor?: boolean
  /** Shows how far a long job is; an empty text takes it away. @default nothing is shown */
  progress?(text: string): void
  /** Stops a command that runs until it is told to (`preview`). */
  signal?: AbortSignal
  /** Clock. @default () => new Date() */
  now?(): Date
}

/** 0 all is well, 1 the data have mistakes or generated files are stale, 2 the command was called wrongly. */
export type ExitCode = 0 | 1 | 2

/** Options as they came from the command line. */
export type OptionValues = Readonly<Record<string, string | boolean | undefined>>

/** One command: how it is called, what it teaches, what it does. */
export interface Command {
  /** One word, or two (`new procedure`). */
  name: string
  /** What follows the name: `<slug> [--code 1.001193]`. */
  usage: string
  /** One line for the overview. */
  summary: string
  /** Text of `--help` below the usage: what it does, and an example that works. */
  help: string
  options: ParseArgsOptionsConfig
  /** Fewest and most arguments that are no options. */
  takes: readonly [least: number, most: number]
  run(call: { values: OptionValues; positionals: readonly string[] }, context: CommandContext): ExitCode | Promise<ExitCode>
}

/** Value of an option that takes a text. */
export function textOption(values: OptionValues, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}
