import { PROVINCES } from '@motcua/schemas/reference'

/** "Tỉnh An Giang"; a code that no province has stays a code. */
export function provinceName(code: string): string {
  const province = PROVINCES.find((each) => each.code === code)
  return province ? `${province.kind} ${province.name}` : code
}
