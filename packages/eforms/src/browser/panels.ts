import '../elements/payment/define.ts'
import '../elements/tracker/define.ts'
import '../elements/verify/define.ts'
