import type { Ending, Procedure } from '@motcua/schemas/definition'
import type { CommuneInfo } from '../services/contract.ts'

/** How filing ends here: the operator's choice among what the procedure allows; without a gateway, or while it is incomplete, hand-off. */
export function endingOf({ slug, endings, completeness }: Pick<Procedure, 'slug' | 'endings' | 'completeness'>, commune: Pick<CommuneInfo, 'endings'> | undefined, { hasPortal }: { hasPortal: boolean }): Ending {
  const allowed = endings.map(({ kind }) => kind)
  if (completeness === 'incomplete' || !hasPortal || !commune) return allowed.includes('book-and-appear') && !allowed.includes('hand-off') ? 'book-and-appear' : 'hand-off'
  const chosen = Object.hasOwn(commune.endings, slug) ? commune.endings[slug] : undefined
  return chosen && allowed.includes(chosen) ? chosen : 'hand-off'
}
