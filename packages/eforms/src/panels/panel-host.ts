import type { Words } from '../locales/strings.ts'

/** What a panel asks of the element it is drawn in. */
export interface PanelHost {
  words(): Words
  redraw(): void
  /** Moves focus once the next drawing is done. */
  focus(id: string): void
}
