import { defineOnce } from '../dom/define-once.ts'
import { FIELD_ELEMENTS } from '../field-shell/field-elements.ts'

for (const element of FIELD_ELEMENTS) defineOnce(element.tag, element)
