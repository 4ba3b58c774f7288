import type { FieldState, FilledBy } from '@motcua/form-core'
import { formatDate } from '../fields/date/date.ts'
import { formatDay } from '../locales/formats.ts'
import { withArea } from '../locales/strings.ts'
import type { UiKey, Words } from '../locales/strings.ts'
import { viOrigins } from '../locales/vi-origins.ts'

const SOURCES: Readonly<Record<FilledBy['source'], UiKey>> = {
  'identity-provider': 'originIdentity', 'population-database': 'originPopulation', 'card-qr': 'originCard', 'earlier-dossier': 'originDossier',
}

/** Says where an answer comes from that the person did not type, what it replaced, and whether it may be changed. Reads signals. */
export function originText(state: FieldState, spoken: Words): string {
  const words = withArea(spoken, viOrigins)
  const by = state.filledBy.value
  const isLocked = state.locked.value
  if (!by) return isLocked ? `${words('originDerived')} ${words('originLocked')}` : ''
  const { on, source, replaced } = by
  return [
    source === 'earlier-dossier' && on ? words('originDossierOn', { day: formatDay(on) }) : words(SOURCES[source]),
    typeof replaced === 'string' ? words('originReplaced', { typed: state.definition.field === 'date' ? formatDate(replaced) : replaced }) : '',
    isLocked ? words('originLocked') : '',
  ].filter(Boolean).join(' ')
}
