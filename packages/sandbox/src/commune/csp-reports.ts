/** One violation that a browser reported on the commune's site. Field names as in CSP Level 2 reports. */
export interface CspReport {
  documentUri: string
  violatedDirective: string
  blockedUri: string
  sourceFile: string
  lineNumber: number
  sample: string
}

/** Keeps what browsers post to `/csp-reports`, newest last, at most 1,000. */
export class CspReportLog {
  readonly #reports: CspReport[] = []

  /** Takes the body of one `application/csp-report` request; anything else is kept as an unreadable report. */
  record(body: unknown): void {
    const report = isRecord(body) && isRecord(body['csp-report']) ? body['csp-report'] : {}
    this.#reports.push({
      documentUri: text(report['document-uri']),
      violatedDirective: text(report['violated-directive']) || 'unreadable',
      blockedUri: text(report['blocked-uri']),
      sourceFile: text(report['source-file']),
      lineNumber: typeof report['line-number'] === 'number' ? report['line-number'] : 0,
      sample: text(report['script-sample']),
    })
    if (this.#reports.length > 1000) this.#reports.shift()
  }

  list(): CspReport[] { return [...this.#reports] }
  clear(): void { this.#reports.length = 0 }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
