import { createWorkingCalendar } from '@motcua/core/calendar'
import type { JsonObject } from '@motcua/core/json'
import { catalogue } from '@motcua/schemas/catalogue'
import { workingCalendarData } from '@motcua/schemas/reference'
import { describe, expect, it } from 'vitest'
import { checkRules, validateAnswers } from './validate.ts'

interface Sample { answers: JsonObject; today: string; issues?: Array<{ pointer: string; code: string }> }

/** Every sample of every procedure: `given → issues`. `procedures.test.ts` holds the same in Node. */
const SAMPLES = import.meta.glob<Sample>('../../../schemas/procedures/*/*/samples/*/*.json', { eager: true, import: 'default' })
const calendar = createWorkingCalendar(workingCalendarData())
const versionOf = (path: string): string => path.split('/').slice(-5, -3).join('/')
const versions = new Set(Object.keys(SAMPLES).map(versionOf))

describe('the rules of every procedure, in the browser', () => {
  it.each([...versions])('%s: give on every sample what it names', async (version) => {
    const [slug = '', effectiveFrom = ''] = version.split('/')
    const definition = await catalogue.find(slug, { on: effectiveFrom }).load()
    const failed = new Set<string>()
    for (const [path, sample] of Object.entries(SAMPLES)) {
      if (versionOf(path) !== version) continue
      const issues = [...validateAnswers(definition.schema, sample.answers), ...checkRules(definition, sample.answers, { now: () => new Date(`${sample.today}T05:00:00Z`), rules: { calendar } })]
      const named = (sample.issues ?? []).map(({ pointer, code }) => `${pointer} ${code}`).toSorted()
      // A valid sample may be warned about.
      const got = issues.filter(({ severity }) => sample.issues !== undefined || severity === 'error').map(({ pointer, code }) => `${pointer} ${code}`).toSorted()
      expect({ path, issues: got }).toEqual({ path, issues: named })
      for (const { code, source } of issues) if (source === 'rule') failed.add(code)
    }
    expect(definition.rules.filter(({ id }) => !failed.has(id)).map(({ id }) => id)).toEqual([])
  })
})
