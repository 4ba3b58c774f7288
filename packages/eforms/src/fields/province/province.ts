import type { TemplateResult } from 'lit/html.js'
import { PROVINCES } from '@motcua/schemas/reference'
import type { FieldControl, FieldOption, FieldProps } from '../field.ts'
import { selectView } from '../select/select.ts'

const OPTIONS: readonly FieldOption[] = PROVINCES.map(({ code, name }) => ({ value: code, label: name }))

/** Province or centrally-run city, from the reference list. */
export class ProvinceControl implements FieldControl {
  render(props: FieldProps): TemplateResult { return selectView(props, OPTIONS) }
}

export const createProvince = () => new ProvinceControl()
