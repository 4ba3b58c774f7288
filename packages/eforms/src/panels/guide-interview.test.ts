import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { JsonObject } from '@motcua/core/json'
import { evaluateRule } from '@motcua/core/rules'
import type { Rule } from '@motcua/core/rules'
import type { FormDefinition } from '@motcua/schemas/definition'
import { DEFINITION_INDEX, definitionParts, definitionText } from '@motcua/schemas/definitions'
import { joinDefinition } from '@motcua/schemas/served'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asksForCalendar, guideNeeds } from './guide-interview.ts'
import type { GuideNeeds } from './guide-interview.ts'

const context = { today: '2026-11-22' }
const DEFINITIONS = new Map(DEFINITION_INDEX.map((entry): [string, FormDefinition] => {
  const parts = definitionParts(entry)
  return [entry.slug, joinDefinition(definitionText(entry), ({ path }) => JSON.parse(parts.get(path) ?? ''))]
}))

function needs(slug: string, answers: Record<string, string> = {}): GuideNeeds {
  const definition = DEFINITIONS.get(slug)
  if (!definition) throw new TypeError(`no procedure ${slug}`)
  return guideNeeds(definition, new Map(Object.entries(answers)), context)
}
const asked = (found: GuideNeeds): string[] => found.questions.map(({ key }) => key)
const papers = (found: GuideNeeds): Record<string, string> => Object.fromEntries(found.documents.map(({ fact, applies }) => [fact.id, applies]))

/** Valid answers of the procedure's own samples. */
function samplesOf({ procedure: { slug, effectiveFrom } }: FormDefinition): JsonObject[] {
  const folder = fileURLToPath(new URL(`../../../../schemas/procedures/${slug}/${effectiveFrom}/samples/valid/`, import.meta.url))
  return readdirSync(folder).map((name) => JSON.parse(readFileSync(folder + name, 'utf8')).answers)
}

/** What somebody with these answers would say in the guide, question by question. */
function answersOf(definition: FormDefinition, sample: JsonObject): Map<string, string> {
  const answers = new Map<string, string>()
  for (;;) {
    const next = guideNeeds(definition, answers, context).questions.find(({ key, answer }) => answer === undefined && !answers.has(key))
    if (!next) return answers
    const value = evaluateRule(next.years === undefined ? { var: next.pointer } : { ageAtLeast: [{ var: next.pointer }, { today: [] }, next.years] }, sample, context)
    answers.set(next.key, typeof value === 'boolean' ? (next.years === undefined ? String(value) : value ? 'yes' : 'no') : typeof value === 'string' ? value : 'not answered')
  }
}

describe('what a person needs before filing', () => {
  it('asks the one question on which the papers depend, and settles them', () => {
    expect(asked(needs('extract-copy'))).toEqual(['/capacity'])
    expect(papers(needs('extract-copy'))).toEqual({ authorisation: 'maybe', writtenRequest: 'maybe' })
    expect(papers(needs('extract-copy', { '/capacity': 'self' }))).toEqual({})
    expect(needs('extract-copy', { '/capacity': 'self' }).spared.map(({ id }) => id)).toEqual(['authorisation', 'writtenRequest'])
    expect(papers(needs('extract-copy', { '/capacity': 'authorised' }))).toEqual({ authorisation: 'yes' })
  })

  it('asks a question only once another brings it, and forgets its answer with that', () => {
    expect(asked(needs('marital-status-confirmation'))).not.toContain('/previous/returned')
    expect(asked(needs('marital-status-confirmation', { '/registrationKind': 'reissue' }))).toContain('/previous/returned')
    expect(papers(needs('marital-status-confirmation', { '/registrationKind': 'reissue', '/previous/returned': 'true' }))).toMatchObject({ oldConfirmation: 'yes' })
    expect(papers(needs('marital-status-confirmation', { '/registrationKind': 'new', '/previous/returned': 'true' }))).not.toHaveProperty('oldConfirmation')
  })

  it('asks of a date no more than whether somebody is old enough', () => {
    const change = { '/kind': 'change', '/relation': 'other' }
    expect(asked(needs('civil-status-change', change))).toContain('/subject/birthDate≥9')
    expect(papers(needs('civil-status-change', { ...change, '/subject/birthDate≥9': 'yes' }))).toMatchObject({ consent9: 'yes' })
    expect(papers(needs('civil-status-change', { ...change, '/subject/birthDate≥9': 'no' }))).not.toHaveProperty('consent9')
    expect(asked(needs('civil-status-change', { '/kind': 'correction', '/relation': 'other' }))).not.toContain('/subject/birthDate≥9')
  })

  it('keeps what was answered when a later answer would make it needless', () => {
    expect(asked(needs('civil-status-change', { '/relation': 'other', '/kind': 'correction' }))).toContain('/relation')
    expect(asked(needs('civil-status-change', { '/kind': 'correction' }))).not.toContain('/relation')
  })

  it('asks of two ages only what one leaves open', () => {
    const young = needs('civil-status-change', { '/kind': 'ethnicity', '/subject/birthDate≥15': 'no' })
    expect(asked(young).filter((key) => key.includes('≥'))).toEqual(['/subject/birthDate≥15'])
    expect(papers(young)).toMatchObject({ parentsAgreement: 'yes' })
    expect(papers(young)).not.toHaveProperty('consent15')
  })

  it('leaves open what each of several people answers for themselves, and says no more than maybe', () => {
    const answers = { '/channel': 'online', '/case': 'rented', '/capacity': 'adult', '/isHead': 'false', '/isOwner': 'false', '/headConsent/way': 'vneid' }
    expect(papers(needs('permanent-residence', answers))).toMatchObject({ ct01: 'maybe', consentLetter: 'maybe', rentalContract: 'yes' })
    expect(papers(needs('permanent-residence', { ...answers, '/isOwner': 'true' }))).not.toHaveProperty('ct01')
    expect(papers(needs('permanent-residence', { ...answers, '/channel': 'direct' }))).toMatchObject({ ct01: 'yes' })
  })

  it('chooses among fees and times by the same answers', () => {
    const fees = (answers: Record<string, string>) => needs('permanent-residence', answers).fees.map(({ fact, applies }) => [fact.id, applies])
    expect(fees({})).toEqual([['online', 'maybe'], ['direct', 'maybe']])
    expect(fees({ '/channel': 'online' })).toEqual([['online', 'yes']])
    expect(needs('poor-household-recognition', { '/requestKind': 'leave-poverty' }).timeLimits.map(({ fact }) => fact.id)).toEqual(['leaving-poverty'])
    expect(needs('poor-household-recognition', { '/requestKind': 'become-poor' }).timeLimits.map(({ fact }) => fact.id)).toEqual(['ordinary'])
  })

  it('asks nothing where nothing depends on an answer', () => { expect(asked(needs('land-dispute-conciliation'))).toEqual([]) })

  it('needs no calendar of working days for any procedure of ours', () => {
    expect([...DEFINITIONS.values()].filter(({ procedure }) => asksForCalendar(procedure)).map(({ procedure }) => procedure.slug)).toEqual([])
  })

  it('agrees with the rules of the filled form, for every real-shaped answer', () => {
    let compared = 0
    for (const [slug, definition] of DEFINITIONS) {
      for (const sample of samplesOf(definition)) {
        const answers = answersOf(definition, sample)
        const found = guideNeeds(definition, answers, context)
        const rule = (condition: Rule | undefined): boolean => condition === undefined || evaluateRule(condition, sample, context) === true
        for (const { fact, applies } of found.documents) if (applies === 'yes') expect([slug, fact.id, rule(fact.requiredWhen)]).toEqual([slug, fact.id, true])
        for (const { id, requiredWhen } of found.spared) expect([slug, id, rule(requiredWhen)]).toEqual([slug, id, false])
        for (const { fact, applies } of found.fees) if (applies === 'yes') expect([slug, fact.id, rule(fact.appliesWhen)]).toEqual([slug, fact.id, true])
        compared += 1
      }
    }
    expect(compared).toBeGreaterThan(23)
  })

  it('asks few questions of every procedure, whatever is answered, and every paper is needed, possible or spared', () => {
    fc.assert(fc.property(fc.constantFrom(...DEFINITIONS.keys()), fc.infiniteStream(fc.nat(99)), (slug, picks) => {
      const answers: Record<string, string> = {}
      for (let turn = 0; turn < 20; turn++) {
        const { questions, documents, spared } = needs(slug, answers)
        expect(questions.length).toBeLessThanOrEqual(9)
        expect(new Set(asked({ questions } as GuideNeeds)).size).toBe(questions.length)
        expect(documents.length + spared.length).toBe(DEFINITIONS.get(slug)?.procedure.documents.length)
        const next = questions.find(({ answer }) => answer === undefined)
        if (!next) break
        const values = next.years === undefined ? next.options.map(({ value }) => value) : ['yes', 'no']
        answers[next.key] = values[(picks.next().value ?? 0) % values.length] ?? ''
      }
      expect(needs(slug, answers).questions.every(({ answer }) => answer !== undefined)).toBe(true)
    }), { numRuns: 300 })
  })
})
