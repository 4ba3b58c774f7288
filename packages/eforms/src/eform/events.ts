import type { Ending } from '@motcua/schemas/definition'

/** Details of the eForm's events. They name the procedure and the place in the form, never a person or an answer. */
export interface EformEventDetails {
  'motcua-step-change': { procedure: string; step: string; number: number; total: number }
  /** Cancelable: `preventDefault()` keeps the person on the check page. */
  'motcua-before-submit': { procedure: string; ending: Ending }
  'motcua-submitted': { procedure: string; ending: Ending }
  /** Neither day nor number: they would tell who comes when. */
  'motcua-appointment': { procedure: string; act: 'booked' | 'moved' | 'cancelled' }
  /** `supportCode` is the correlation id of the failed request, when there is one. */
  'motcua-error': { procedure: string; reason: string; supportCode?: string }
}

export type EformEventMap = { [K in keyof EformEventDetails]: CustomEvent<EformEventDetails[K]> }
