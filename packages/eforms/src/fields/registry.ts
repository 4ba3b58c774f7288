import type { FieldKind } from '@motcua/schemas/definition'
import { createCheckbox } from './checkbox/checkbox.ts'
import { createDate } from './date/date.ts'
import { createEmail } from './email/email.ts'
import type { CreateFieldControl } from './field.ts'
import { createInteger } from './integer/integer.ts'
import { LazyControl } from './lazy-control.ts'
import { createLongText } from './long-text/long-text.ts'
import { createPartialDate } from './partial-date/partial-date.ts'
import { createPersonName } from './person-name/person-name.ts'
import { createPersonalId } from './personal-id/personal-id.ts'
import { createPhone } from './phone/phone.ts'
import { createProvince } from './province/province.ts'
import { createRadio } from './radio/radio.ts'
import type { SeldomKind } from './seldom-kinds.ts'
import { createSelect } from './select/select.ts'
import { createText } from './text/text.ts'

/**
 * How each kind of field is drawn. A new kind is one entry here and one folder beside it, its name in `FIELD_KINDS`, and what
 * the compiler then asks for: how its answer reads (form-view/display-value.ts) and how a test gives it
 * (form-tester/answer-field.ts). What text means, and what counts as no answer, is said once in form-core's `readTyped`, or by
 * a control with a `read` of its own; the words for what is wrong are in form-core's `words`; what the schema must say, in the
 * generator's kinds.ts. No kind has a first value: nothing is answered until the definition's `default` or a person says so.
 */
export const FIELD_CONTROLS: Readonly<Record<FieldKind, CreateFieldControl>> = {
  text: createText,
  'long-text': createLongText,
  'person-name': createPersonName,
  'personal-id': createPersonalId,
  phone: createPhone,
  email: createEmail,
  date: createDate,
  'partial-date': createPartialDate,
  integer: createInteger,
  select: createSelect,
  radio: createRadio,
  checkbox: createCheckbox,
  province: createProvince,
  commune: seldom('commune'),
  number: seldom('number'),
  money: seldom('money'),
  time: seldom('time'),
  'yes-no': seldom('yes-no'),
  checkboxes: seldom('checkboxes'),
  'read-only': seldom('read-only'),
  consent: seldom('consent'),
  'search-select': seldom('search-select'),
}

/** A kind that not every form has: it arrives with the others of its sort. */
function seldom(kind: SeldomKind): CreateFieldControl {
  return () => new LazyControl(() => import('./seldom-kinds.ts').then(({ SELDOM_CONTROLS }) => SELDOM_CONTROLS[kind]))
}
