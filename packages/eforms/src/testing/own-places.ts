import { readDefinitionFiles } from '@motcua/schemas/definitions'

const FILES = readDefinitionFiles({ generatedAt: '2026-11-22T00:00:00Z' })

/** Our own lists of places as they are served, without a network. */
export function ownPlaces(): { loadPlaces(): Promise<unknown>; loadLegacyPlaces(): Promise<unknown> } {
  const read = (name: string) => async (): Promise<unknown> => JSON.parse(FILES.get(`reference/${name}.json`) ?? '')
  return { loadPlaces: read('communes'), loadLegacyPlaces: read('legacy-units') }
}

/** Offices as a page gives them. */
export const FIXTURE_OFFICES = [
  { commune: '30838', name: 'Trung tâm Phục vụ hành chính công xã Mỹ Thuận', address: 'Ấp Mỹ Thuận, xã Mỹ Thuận, tỉnh An Giang', phone: '0297 000 0000', hours: 'Mo-Fr 07:00-11:00, 13:00-17:00', mapUrl: 'https://ban-do.example/my-thuan' },
  { commune: '30838', name: 'Công an xã Mỹ Thuận', address: 'Ấp Mỹ Thuận', phone: '0297 000 0001', hours: 'Trực 24 giờ mỗi ngày' },
]
