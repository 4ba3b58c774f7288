import type { BenchModel } from './model.ts'

/** What a column hands over once it has been told to draw. */
export interface FormHandle {
  /** The native control of a question, in shadow trees too; null while it is not there. */
  control(path: string): HTMLElement | null
  /** The component's own answers, never read back from the page. */
  answers(): unknown
  /** What “Send” does. Resolves once the errors are on the page, with the number of questions in error. */
  send(): Promise<number>
  /** Presses the component's own button. */
  addRow(): void
}

/** One column: draws the model into `box`, starting from `answers`. */
export type MountForm = (box: HTMLElement, model: BenchModel, answers: Record<string, unknown>) => FormHandle | Promise<FormHandle>
