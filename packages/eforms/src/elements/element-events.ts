import type { EformEventMap } from '../eform/events.ts'
import type { CalledDetail } from './board/board.ts'
import type { ChosenProcedure } from './procedure-choice.ts'
import type { SigningEndDetail } from './sign/sign.ts'

/** What the elements tell a page, by name; each bubbles up to the document. No detail names a person or an answer. */
export interface ElementEventMap extends EformEventMap {
  'motcua-called': CustomEvent<CalledDetail>
  'motcua-commune-chosen': CustomEvent<{ code: string }>
  'motcua-feedback-sent': CustomEvent<{ kind: 'complaint' | 'suggestion' }>
  'motcua-month-change': CustomEvent<{ month: string }>
  /** Cancelable: a page that goes on by itself calls `preventDefault()`. */
  'motcua-procedure-chosen': CustomEvent<ChosenProcedure>
  'motcua-rated': CustomEvent<object>
  'motcua-signing-end': CustomEvent<SigningEndDetail>
}
