import { isCommuneCodeShape } from '@motcua/core/identifiers'
import { webAddress } from '../dom/web-address.ts'
import { parseOfficeHours } from './places-hours.ts'
import type { OfficeHours } from './places-hours.ts'

/** An office that the page names. */
export interface Office {
  commune: string
  name: string
  address: string
  phone: string
  hours: OfficeHours
  mapUrl?: string
}

/** What is wrong with the page's list: the place counts from 1; `field` is empty where the entry, or the list, is none. */
export interface OfficeFault { at: number; field: keyof Office | '' }

/** A telephone number as people write it. */
const PHONE = /^\+?[\d\s().-]{6,24}$/

/** Reads the page's list of offices; an entry with a fault is left out and named. */
export function parseOffices(input: unknown): { offices: readonly Office[]; faults: readonly OfficeFault[] } {
  if (!Array.isArray(input)) return { offices: [], faults: [{ at: 0, field: '' }] }
  const read = (input as unknown[]).map((entry, index) => readOffice(entry, index + 1))
  return { offices: read.flatMap(({ office }) => office ?? []), faults: read.flatMap(({ faults }) => faults) }
}

function readOffice(entry: unknown, at: number): { office?: Office; faults: OfficeFault[] } {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return { faults: [{ at, field: '' }] }
  const text = (field: keyof Office): string => {
    const value: unknown = Object.hasOwn(entry, field) ? Reflect.get(entry, field) : undefined
    return typeof value === 'string' ? value.trim() : ''
  }
  const [commune, name, address, phone, mapUrl] = [text('commune'), text('name'), text('address'), text('phone'), text('mapUrl')]
  const hours = parseOfficeHours(text('hours'))
  const wrong: Array<[keyof Office, boolean]> = [
    ['commune', !isCommuneCodeShape(commune)], ['name', name === ''], ['address', address === ''], ['phone', !PHONE.test(phone)], ['hours', hours === undefined],
    ['mapUrl', Object.hasOwn(entry, 'mapUrl') && (mapUrl === '' || webAddress(mapUrl) === undefined)],
  ]
  const faults = wrong.flatMap(([field, isWrong]) => (isWrong ? [{ at, field }] : []))
  return faults.length > 0 || !hours ? { faults } : { office: { commune, name, address, phone, hours, ...(mapUrl && { mapUrl }) }, faults }
}
