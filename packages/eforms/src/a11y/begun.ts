import '../define.ts'
import type { MotcuaEform } from '../elements/eform/eform.ts'
import type { Language } from '../locales/strings.ts'
import { fixtureServices } from '../testing/services.ts'
import type { FixtureOptions } from '../testing/services.ts'
import { appear, pressIn } from './deeds.ts'

/** An eForm of the fixture procedure on the page. */
export function eform(language: Language, options: FixtureOptions = {}, attributes: Record<string, string> = {}): MotcuaEform {
  const element = document.createElement('motcua-eform') as MotcuaEform
  for (const [name, value] of Object.entries({ procedure: 'fixture-copy', commune: '30838', lang: language, ...attributes })) element.setAttribute(name, value)
  element.services = fixtureServices(options)
  element.append(Object.assign(document.createElement('p'), { textContent: language === 'vi' ? 'Đến bộ phận một cửa' : 'Go to the one-stop desk' }))
  document.body.append(element)
  return element
}

/** Brought to its first page of questions. */
export async function begun(element: MotcuaEform): Promise<MotcuaEform> {
  await pressIn(element, '[part="continue"]')
  await appear(element, '#f-requester-phone')
  return element
}
