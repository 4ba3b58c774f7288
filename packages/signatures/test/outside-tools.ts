import { execFileSync } from 'node:child_process'

/** A program of another house that judges what we made. */
export interface OutsideTool {
  isMissing: boolean
  /** For the end of a test's name: why it is skipped where the program is missing, else empty. */
  note: string
}

/** pdfsig of poppler-utils. */
export const PDFSIG = outsideTool('pdfsig', '-v')
/** pdftotext of poppler-utils. */
export const PDFTOTEXT = outsideTool('pdftotext', '-v')
export const OPENSSL = outsideTool('openssl', 'version')

function outsideTool(name: string, versionFlag: string): OutsideTool {
  try {
    execFileSync(name, [versionFlag], { stdio: 'ignore' })
    return { isMissing: false, note: '' }
  } catch {
    return { isMissing: true, note: ` (skipped: ${name} is missing, run npm run setup:system)` }
  }
}
