import '../field-shell/date-field/define.ts'
import '../field-shell/select-field/define.ts'
import '../field-shell/text-field/define.ts'
