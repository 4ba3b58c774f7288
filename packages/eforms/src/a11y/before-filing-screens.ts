import '../elements/guide/define.ts'
import '../elements/places/define.ts'
import type { MotcuaGuide } from '../elements/guide/guide.ts'
import type { MotcuaPlaces } from '../elements/places/places.ts'
import type { Language } from '../locales/strings.ts'
import { ownDefinitions } from '../testing/own-definitions.ts'
import { FIXTURE_OFFICES, ownPlaces } from '../testing/own-places.ts'
import { appear, pressIn } from './deeds.ts'
import type { Screen } from './screens.ts'

async function guide(language: Language, change: Partial<MotcuaGuide> = {}): Promise<HTMLElement> {
  const element = Object.assign(document.createElement('motcua-guide'), { lang: language, procedure: 'extract-copy', commune: '30838', href: '#/{slug}', services: ownDefinitions(), ...change })
  document.body.append(element)
  await appear(element, '.papers, [role="alert"]')
  return element
}

async function places(language: Language, change: Partial<MotcuaPlaces> = {}): Promise<HTMLElement> {
  const element = Object.assign(document.createElement('motcua-places'), { lang: language, services: ownPlaces(), clock: () => new Date('2026-11-23T09:00:00+07:00'), ...change })
  document.body.append(element)
  await appear(element, '#search')
  return element
}

/** Types a name into the search of a commune. */
async function search(element: HTMLElement, name: string): Promise<HTMLElement> {
  const box = await appear<HTMLInputElement>(element, '#search')
  box.focus()
  box.value = name
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
  await appear(element, '[role="option"]')
  return element
}

const unreachable: MotcuaGuide['services'] = { loadDefinition: async () => { throw new TypeError('network') }, loadCommune: async () => null }

/** What people come to before they file: the guide to a procedure, and the search for a commune. */
export const BEFORE_FILING_SCREENS: readonly Screen[] = [
  { name: 'guide', show: (l) => guide(l) },
  { name: 'guide, one’s own case', show: async (l) => { const e = await guide(l); await pressIn(e, 'input[value="authorised"]'); await appear(e, '.ask .link'); return e } },
  { name: 'guide, several questions', show: (l) => guide(l, { procedure: 'permanent-residence' }) },
  { name: 'guide, one must appear', show: (l) => guide(l, { procedure: 'certified-copy' }) },
  { name: 'guide, unknown procedure', show: (l) => guide(l, { procedure: 'nothing' }) },
  { name: 'guide, not loaded', show: (l) => guide(l, { services: unreachable }) },
  { name: 'places', show: (l) => places(l) },
  { name: 'places, former name', show: async (l) => search(await places(l), 'phường cống vị, ba đình') },
  { name: 'places, chosen', show: async (l) => { const e = await search(await places(l, { offices: FIXTURE_OFFICES }), 'my thuan, an giang'); await pressIn(e, '[role="option"]'); await appear(e, '[part="former"] li'); return e } },
  { name: 'places, part of a former one', show: async (l) => { const e = await search(await places(l), 'phường cống vị, ba đình'); await pressIn(e, '[role="option"]'); await appear(e, '[part="former"] .link'); return e } },
  { name: 'places, faults in the list', show: async (l) => { const e = await places(l, { commune: '30838', offices: [...FIXTURE_OFFICES, null] }); await appear(e, '.warn'); return e } },
  { name: 'places, unknown code', show: async (l) => { const e = await places(l, { commune: '99999' }); await appear(e, '[role="alert"]'); return e } },
]
