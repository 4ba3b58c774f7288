import { describe, expect, it } from 'vitest'
import { CASES } from '../test/cases/index.ts'
import { FORMS } from '../test/fixtures/forms.ts'
import { runCase } from '../test/run-case.ts'

// The same files as in Node: browser and server must not decide a case differently.
describe.each(Object.entries(CASES))('%s, in the browser', (_, cases) => {
  it.each(cases.map(test => [test.name, test] as const))('%s', (_name, test) => {
    expect(runCase(test, FORMS)).toEqual([])
  })
})
