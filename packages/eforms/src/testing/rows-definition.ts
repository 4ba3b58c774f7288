import type { FormDefinition, RepeatDefinition } from '@motcua/schemas/definition'
import { fixtureDefinition } from './definition.ts'

/** A made-up form with one repeating group: people of a household. For tests only. */
export function rowsDefinition(limits: Partial<Pick<RepeatDefinition, 'minRows' | 'maxRows'>> = {}): FormDefinition {
  const sexes = [{ value: 'male', label: { vi: 'Nam', en: 'Male' } }, { value: 'female', label: { vi: 'Nữ', en: 'Female' } }]
  return fixtureDefinition((definition) => {
    definition.schema = {
      type: 'object', additionalProperties: false, required: ['people'],
      properties: {
        people: {
          type: 'array', maxItems: limits.maxRows ?? 20,
          items: {
            type: 'object', additionalProperties: false, required: ['fullName'],
            properties: { fullName: { type: 'string', minLength: 1 }, birthDate: { type: 'string', format: 'date' }, sex: { type: 'string', enum: ['male', 'female'] }, count: { type: 'integer', minimum: 0 } },
          },
        },
      },
    }
    definition.optionSets = { sex: sexes }
    definition.rules = []
    definition.pages = [{
      id: 'people',
      items: [{
        type: 'repeat', pointer: '/people', minRows: 0, maxRows: 20, ...limits,
        items: [
          { type: 'field', pointer: '/people/-/fullName', field: 'person-name', required: true },
          { type: 'field', pointer: '/people/-/birthDate', field: 'date', required: false },
          { type: 'field', pointer: '/people/-/sex', field: 'select', optionSet: 'sex', required: false },
          { type: 'field', pointer: '/people/-/count', field: 'integer', required: false },
        ],
      }],
    }]
    for (const [language, labels] of Object.entries({ vi: ['Người đi cùng', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Số ngày'], en: ['People', 'Full name', 'Date of birth', 'Sex', 'Days'] })) {
      const [people = '', fullName = '', birthDate = '', sex = '', count = ''] = labels
      const bundle = definition.locales[language === 'en' ? 'en' : 'vi']
      bundle.pages = { people: { title: people } }
      bundle.groups = { '/people': { legend: people } }
      bundle.fields = { '/people': { label: people }, ...Object.fromEntries(Object.entries({ fullName, birthDate, sex, count }).map(([name, label]) => [`/people/-/${name}`, { label }])) }
    }
  })
}
