/** What not every form has, in one chunk: apart, each would be a request of its own and split what they share with the rest. */
export { SELDOM_CONTROLS } from '../fields/seldom-kinds.ts'
export { mountRepeat } from '../form-view/mount-repeat.ts'
export { originText } from '../form-view/origin-text.ts'
export { fillProvince, provinceBeside } from '../form-view/province-beside.ts'
export { seldom as seldomLook } from '../look/seldom.ts'
export { provinceName } from '../places/province-name.ts'
export { readCommunes } from '../places/read-communes.ts'
