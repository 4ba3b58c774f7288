import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import type { Reporter, SerializedError, TestModule } from 'vitest/node'
import { ROOT } from './workspace.ts'

export interface Failure { where: string; why: string }
export interface Tally { passed: number; failed: number; skipped: number; failures: Failure[] }

/** The file the tally is written to; named by the environment, because a reporter on the command line takes no options. */
export const TALLY_FILE = 'MOTCUA_TALLY_FILE'

/**
 * Counts one vitest run and keeps what failed, so that `npm test` can say it again on its last lines, where people and
 * cut-off logs look. A file that does not load and an error outside any test fail the run: each counts as one.
 */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const failures = [
      ...tests.filter((test) => test.result().state === 'failed').map((test) => failure(`${place(test.module)} > ${test.fullName}`, test.result().errors)),
      ...modules.flatMap((module) => [module, ...module.children.allSuites()])
        .filter((suite) => suite.errors().length > 0)
        .map((suite) => failure(suite.type === 'module' ? place(suite) : `${place(suite.module)} > ${suite.fullName}`, suite.errors())),
      ...unhandled.map((error) => failure('outside any test', [error])),
    ]
    const passed = tests.filter((test) => test.result().state === 'passed').length
    const skipped = tests.filter((test) => test.result().state === 'skipped').length
    const file = process.env[TALLY_FILE]
    if (file === undefined) throw new Error(`expected the file of the tally in ${TALLY_FILE}`)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify({ passed, failed: failures.length, skipped, failures } satisfies Tally))
  }
}

function place(module: TestModule): string {
  return `[${module.project.name}] ${relative(ROOT, module.moduleId)}`
}

/** The message and the lines of the stack that are ours: enough to find the place, short enough to be read at the end of a log. */
function failure(where: string, errors: readonly SerializedError[] = []): Failure {
  const why = errors.map(({ message, stacks = [] }) => [message, ...stacks.slice(0, 2).map(({ file, line }) => `at ${relative(ROOT, file)}:${line}`)].join('\n'))
  return { where, why: why.join('\n') }
}
