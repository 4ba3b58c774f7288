import { createWorkingCalendar, type WorkingCalendar } from '@motcua/core/calendar'
import { communes } from '@motcua/schemas/communes'
import { DEFINITION_INDEX, readDefinitionFiles } from '@motcua/schemas/definitions'
import { workingCalendarData } from '@motcua/schemas/reference'
import type { CommuneDirectory } from './communes.ts'
import { createDefinitionSource, type DefinitionSource } from './source.ts'

/** The definitions of `@motcua/schemas`. */
export function bundledDefinitions(): DefinitionSource {
  const encoder = new TextEncoder()
  const bytes = new Map<string, Uint8Array>()
  return createDefinitionSource(DEFINITION_INDEX, (path) => {
    const known = bytes.get(path)
    if (known !== undefined) return known
    const text = bundledFiles().get(path)
    if (text === undefined) return undefined
    const made = encoder.encode(text)
    bytes.set(path, made)
    return made
  })
}

/** The administrative units of `@motcua/schemas`. */
export function bundledCommunes(): CommuneDirectory {
  return {
    find(code) {
      const commune = communes.find(code)
      const province = commune === undefined ? undefined : communes.province(commune.provinceCode)
      if (commune === undefined || province === undefined) return undefined
      return { code, name: `${commune.kind} ${commune.name}`, provinceCode: province.code, provinceName: `${province.kind} ${province.name}` }
    },
  }
}

/** Announced holidays of `@motcua/schemas`; a day beyond them is unknown, never guessed. */
export function bundledCalendar(): WorkingCalendar {
  return createWorkingCalendar(workingCalendarData())
}

let files: ReadonlyMap<string, string> | undefined

/** What the package serves below `/definitions/`; made on first use. The gateway makes its own index. */
function bundledFiles(): ReadonlyMap<string, string> {
  files ??= readDefinitionFiles({ generatedAt: '' })
  return files
}

/** Reference lists that a page loads for its address fields: names of today, and those before July 2025. */
export const BUNDLED_LISTS = ['communes', 'legacy-units'] as const

/** A list of {@link BUNDLED_LISTS} as a page loads it. */
export function bundledListJson(list: (typeof BUNDLED_LISTS)[number]): string { return bundledFiles().get(`reference/${list}.json`) ?? '{}' }
