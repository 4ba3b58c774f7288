import '../elements/payment/define.ts'
import '../elements/tracker/define.ts'
import '../elements/verify/define.ts'
import { offerRating } from '../panels/offer-rating.ts'

offerRating(() => import('../elements/feedback/define.ts'))
