import { afterEach, expect } from 'vitest'
import { violations } from './strict-policy.ts'

/** Loaded before every browser test: the policy stands before the first module of the kit is, and no test may leave a report. */
afterEach(() => { expect(violations).toEqual([]) })
