import { readTextString } from './pdf/text.ts'
import type { PdfFile } from './pdf/file.ts'

/** What ties a result file to the one dossier (hồ sơ) it answers. Written into the PDF before it is signed. */
export interface DossierBinding {
  dossierCode: string
  procedureCode: string
  /** Code of the issuing agency. */
  agencyCode: string
}

/** Keys of the document information dictionary (/Info) that hold the binding. */
export const BINDING_INFO_KEYS = {
  dossierCode: 'MotcuaDossier',
  procedureCode: 'MotcuaProcedure',
  agencyCode: 'MotcuaAgency',
} as const satisfies Record<keyof DossierBinding, string>

/**
 * The /Info entries of a binding, for the program that makes the PDF. Print the dossier code on the page too: people check what they see.
 *
 * @example
 * new PDFDocument({ info: { Title: 'Trích lục khai sinh', ...bindingInfo(binding) } }) // pdfkit
 */
export function bindingInfo(binding: DossierBinding): Record<(typeof BINDING_INFO_KEYS)[keyof DossierBinding], string> {
  return { MotcuaDossier: binding.dossierCode, MotcuaProcedure: binding.procedureCode, MotcuaAgency: binding.agencyCode }
}

/** The binding as the file has it, unverified. */
export function readBinding(file: PdfFile): Partial<DossierBinding> {
  const info = file.resolveDict(file.trailer.entries.get('Info'))
  const found: Partial<DossierBinding> = {}
  for (const key of ['dossierCode', 'procedureCode', 'agencyCode'] as const) {
    const value = file.resolve(info?.entries.get(BINDING_INFO_KEYS[key]))
    if (value?.kind === 'string') found[key] = readTextString(value.bytes)
  }
  return found
}
