import { createCheckboxes } from './checkboxes/checkboxes.ts'
import { createCommune } from './commune/commune.ts'
import { createConsent } from './consent/consent.ts'
import type { CreateFieldControl } from './field.ts'
import { createMoney } from './money/money.ts'
import { createNumber } from './number/number.ts'
import { createProvince } from './province/province.ts'
import { createReadOnly } from './read-only/read-only.ts'
import { createSearchSelect } from './search-select/search-select.ts'
import { createTime } from './time/time.ts'
import { createYesNo } from './yes-no/yes-no.ts'

/** Kinds that not every form has. They arrive with the first form that needs one, those of places with their names. */
export const SELDOM_CONTROLS = {
  number: createNumber, money: createMoney, time: createTime, 'yes-no': createYesNo, checkboxes: createCheckboxes, 'read-only': createReadOnly, consent: createConsent,
  province: createProvince, commune: createCommune, 'search-select': createSearchSelect,
} as const satisfies Readonly<Record<string, CreateFieldControl>>
export type SeldomKind = keyof typeof SELDOM_CONTROLS
