/** The chunk of the end of a form: checking, filing, and the acknowledgement. It arrives while the questions are answered. */
export { acknowledgementView } from './acknowledgement-view.ts'
export { checkStep } from './check-step.ts'
export { fileDossier } from './filing.ts'
