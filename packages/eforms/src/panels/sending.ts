import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { notice } from '../dom/messages.ts'
import type { UiKey, Words } from '../locales/strings.ts'
import { failureOf } from '../services/failure.ts'

/** What went wrong, in words of ours, and where the gateway says why in words of its own. */
export interface Problem { key: UiKey; quote?: string }

export function problemView(problem: Problem | undefined, words: Words, id = 'problem'): TemplateResult | typeof nothing {
  return problem ? html`<div id=${id} tabindex="-1">${notice(words(problem.key), 'bad-notice', '', problem.quote ?? '')}</div>` : nothing
}

/** A failure as the person reads it; `offline` says what a lost connection means here. */
export function problemOf(error: unknown, offline: UiKey): Problem {
  const failure = failureOf(error)
  if (failure.kind === 'session') return { key: 'feedbackSessionOver' }
  if (failure.kind !== 'problem') return { key: offline }
  return failure.problem.status === 404 ? { key: 'feedbackNotFound' } : { key: 'feedbackRefused', quote: failure.problem.title }
}
