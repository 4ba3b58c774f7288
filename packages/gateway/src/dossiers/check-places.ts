import type { Issue } from '@motcua/core'
import type { JsonObject } from '@motcua/core/json'
import type { FormDefinition } from '@motcua/schemas/definition'
import type { CommuneDirectory } from '../definitions/communes.ts'
import { answerAt, singleFields } from '../definitions/fields.ts'

/** Communes that exist and lie in the province named beside them: reference data, so no schema can say it. */
export function checkPlaces(definition: FormDefinition, answers: JsonObject, communes: CommuneDirectory): Issue[] {
  const issues: Issue[] = []
  for (const field of singleFields(definition)) {
    if (field.field !== 'commune') continue
    const code = answerAt(answers, field.pointer)
    if (typeof code !== 'string') continue
    const commune = communes.find(code)
    const province = field.provincePointer === undefined ? undefined : answerAt(answers, field.provincePointer)
    const fault = commune === undefined ? 'communeUnknown' : typeof province === 'string' && province !== commune.provinceCode ? 'communeNotInProvince' : undefined
    if (fault !== undefined) issues.push({ pointer: field.pointer, code: fault, params: {}, source: 'server', severity: 'error', clears: 'revalidate' })
  }
  return issues
}
