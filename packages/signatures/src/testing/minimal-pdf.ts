import { latin1 } from '../bytes.ts'
import { bindingInfo } from '../binding.ts'
import { writeTextString } from '../pdf/text.ts'
import type { DossierBinding } from '../binding.ts'

export interface MinimalPdfOptions {
  /** Written to /Info as a real maker of results would. */
  binding?: Partial<DossierBinding>
  /** ASCII line shown on each page. @default 'TEST' */
  text?: string
  /** @default 1 */
  pages?: number
  /** More entries of the catalogue, as PDF syntax. */
  catalog?: string
  /** More objects, from the first free number on; the function is told that number. */
  objects?: (firstFree: number) => readonly string[]
}

/**
 * A small classic PDF written by hand, for tests of this package and its callers.
 *
 * @example
 * const pdf = minimalPdf({ binding: { dossierCode: 'H01.30838-261121-0001' } })
 */
export function minimalPdf({ binding = {}, text = 'TEST', pages = 1, catalog = '', objects = () => [] }: MinimalPdfOptions = {}): Uint8Array<ArrayBuffer> {
  const content = `BT /F1 24 Tf 72 700 Td (${text}) Tj ET`
  const written = bindingInfo({ dossierCode: '', procedureCode: '', agencyCode: '', ...binding })
  const info = Object.entries(written).filter(([, value]) => value !== '').map(([key, value]) => ` /${key} ${writeTextString(value)}`).join('')
  const pageNumbers = Array.from({ length: pages }, (_, index) => 6 + index)
  const bodies = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog}>>`,
    `<< /Type /Pages /Kids [${pageNumbers.map((num) => `${num} 0 R`).join(' ')}] /Count ${pages} >>`,
    `<< /Producer (minimalPdf)${info} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ...pageNumbers.map(() => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>'),
    ...objects(6 + pages),
  ]
  let file = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n'
  const offsets = bodies.map((body, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const id = '<00112233445566778899aabbccddeeff>'
  return latin1(`${file}xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R /Info 3 0 R /ID [${id} ${id}] >>\nstartxref\n${file.length}\n%%EOF\n`)
}
