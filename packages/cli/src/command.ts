/** What a command may touch, so that tests can give their own. */
export interface CommandContext {
  cwd: string
  out(line: string): void
  err(line: string): void
}

/** 0 all is well, 1 the data have mistakes or generated files are stale, 2 the command was called wrongly. */
export type ExitCode = 0 | 1 | 2
