import type { TemplateResult } from 'lit'
import type { FieldControl, FieldProps } from '../field.ts'
import { selectView } from '../select/select.ts'

/** Province or centrally-run city, from the reference list. */
export class ProvinceControl implements FieldControl {
  render(props: FieldProps): TemplateResult {
    if (props.places?.state.peek() === 'idle') void props.places.load()
    const ready = props.places?.state.value === 'ready'
    const options = ready && props.places ? props.places.provinces.map((p) => ({ value: p.code, label: p.name })) : props.options
    const state = props.places?.state.value
    const hint = state === 'failed' ? props.words('communeFailed') : state === 'loading' ? props.words('communeLoading') : props.hint
    return selectView({ ...props, hint }, options)
  }
}

export const createProvince = () => new ProvinceControl()
