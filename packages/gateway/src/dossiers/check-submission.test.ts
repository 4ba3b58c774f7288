import { describe, expect, it } from 'vitest'
import { createWorkingCalendar } from '@motcua/core/calendar'
import { catalogue } from '@motcua/schemas'
import type { FormDefinition } from '@motcua/schemas/definition'
import { workingCalendarData } from '@motcua/schemas/reference'
import { checkAnswers } from './check-submission.ts'

describe('checkAnswers', () => {
  it('derives with the working calendar, as the page does', async () => {
    const definition: FormDefinition = {
      ...await catalogue.find('extract-copy', { on: '2026-11-21' }).load(),
      schema: { type: 'object', properties: { wantedOn: { type: 'string', format: 'date' }, readyOn: { type: 'string', format: 'date' } }, required: ['readyOn'] },
      pages: [{ id: 'p', items: [{ type: 'field', pointer: '/wantedOn', field: 'date', required: false }] }],
      derivations: [{ pointer: '/readyOn', value: { onOrNextWorkingDay: { var: '/wantedOn' } } }], rules: [],
    }
    const services = { clock: () => new Date('2026-11-21T03:00:00Z'), calendar: createWorkingCalendar(workingCalendarData()), communes: { find: () => undefined } }
    const person = { subject: 's', fullName: '', birthDate: '', personalId: '', assuranceLevel: 1 as const }
    const answers = { wantedOn: '2026-11-22', readyOn: '2026-11-23' }
    expect(checkAnswers(services, definition, answers, { person, lookedUp: {}, sha256: '' })).toEqual(answers)
  })
})
