export { keepLegacyAddress, LAST_DAY_OF_OLD_UNITS } from './addresses/legacy-address.ts'
export type { LegacyAddress } from './addresses/legacy-address.ts'
export { renderAddress } from './addresses/render-address.ts'
export type { AddressUnit, TwoLevelAddress } from './addresses/render-address.ts'
