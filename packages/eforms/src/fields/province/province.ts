import type { TemplateResult } from 'lit/html.js'
import type { FieldControl, FieldProps } from '../field.ts'
import { selectView } from '../select/select.ts'

/** Province or centrally-run city, from the reference list. */
export class ProvinceControl implements FieldControl {
  render(props: FieldProps): TemplateResult {
    return selectView(props, (props.places?.provinces ?? []).map((province) => ({ value: province.code, label: province.name })))
  }
}

export const createProvince = () => new ProvinceControl()
