/** Tags of the fields, by which the loader knows them before their code is here. */
export const FIELD_TAGS = (
  'text long-text integer number money date partial-date time select search-select radio yes-no checkbox checkboxes consent '
  + 'phone email person-name personal-id province commune file read-only address person identity-document'
).split(' ').map((name) => `motcua-${name}-field`)
