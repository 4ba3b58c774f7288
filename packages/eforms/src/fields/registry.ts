import type { FieldKind } from '@motcua/schemas/definition'
import { createCheckbox } from './checkbox/checkbox.ts'
import { createDate } from './date/date.ts'
import { createEmail } from './email/email.ts'
import type { CreateFieldControl, FieldControl } from './field.ts'
import { createInteger } from './integer/integer.ts'
import { createLongText } from './long-text/long-text.ts'
import { createPartialDate } from './partial-date/partial-date.ts'
import { createPersonName } from './person-name/person-name.ts'
import { createPersonalId } from './personal-id/personal-id.ts'
import { createPhone } from './phone/phone.ts'
import { createRadio } from './radio/radio.ts'
import { SeldomControl } from './seldom-control.ts'
import type { SeldomKind } from './seldom-kinds.ts'
import { createSelect } from './select/select.ts'
import { createText } from './text/text.ts'

/**
 * How each kind of field is drawn. A new kind is one entry here, or in `SELDOM_CONTROLS`, and one folder beside it, its name in `FIELD_KINDS`, and what
 * the compiler then asks for: how its answer reads (form-view/display-value.ts) and how a test gives it
 * (form-tester/answer-field.ts). What text means, and what counts as no answer, is said once in form-core's `readTyped`, or by
 * a control with a `read` of its own; the words for what is wrong are in form-core's `words`; what the schema must say, in the
 * generator's kinds.ts. Each folder shows all of it in examples, `<kind>.cases.ts`. No kind has a first value: nothing is answered
 * until the definition's `default` or a person says so.
 */
const COMMON_CONTROLS: Readonly<Record<Exclude<FieldKind, SeldomKind>, CreateFieldControl>> = {
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
}

/** Kinds that not every form has: they arrive with `SELDOM_CONTROLS`. */
export function isSeldom(kind: FieldKind): kind is SeldomKind { return !Object.hasOwn(COMMON_CONTROLS, kind) }

/** What draws one field. Some kinds read a signal until they have arrived: draw it in an effect. */
export function createControl(kind: FieldKind): FieldControl { return isSeldom(kind) ? new SeldomControl(kind) : COMMON_CONTROLS[kind]() }
