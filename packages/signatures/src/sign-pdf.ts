import { prepareDetachedCms } from './cms/build.ts'
import { concatBytes, digest, latin1, owned, toHex } from './bytes.ts'
import { appendRevision, editDict, refText } from './pdf/append.ts'
import { readFields } from './pdf/fields.ts'
import { DEFAULT_LIMITS, PdfFile } from './pdf/file.ts'
import { checkLayout } from './pdf/layout.ts'
import { readPages } from './pdf/pages.ts'
import { writePdfDate, writeTextString } from './pdf/text.ts'
import { PdfSyntaxError } from './pdf/values.ts'
import { PdfSignError } from './errors.ts'
import { readSignerCertificate } from './signer.ts'
import type { NewObject } from './pdf/append.ts'
import type { PdfArray, PdfDict, PdfProblem, PdfRef } from './pdf/values.ts'
import type { PdfSignErrorCode } from './errors.ts'
import type { Signer, SignerIdentity } from './signer.ts'

export interface SignPdfOptions {
  /** The moment the signer claims, written to /M. Without a timestamp it proves nothing. */
  signedAt: Date
  /** Why the file was signed; anyone who has the file reads it. */
  reason?: string
  location?: string
  /** Name of the signer as shown. @default the certificate's common name is left to speak */
  name?: string
  contactInfo?: string
  /** Name of the new signature field. @default `Signature1`, `Signature2` … the first that is free */
  fieldName?: string
  /** Room for the signature container, in bytes; the rest is filled with zeros. @default the size of the certificates + 8192 */
  maxSignatureBytes?: number
  /** What a remote signing service shows to the person who confirms. @default the field name */
  documentName?: string
}

const CONTAINER_ROOM = 8192
const BYTE_RANGE_DIGITS = 10

/** A PDF that lacks nothing but its signature. */
export interface PreparedSignature {
  /** The exact bytes to be signed (CMS signed attributes). A remote signer is sent their SHA-256. */
  readonly toBeSigned: Uint8Array<ArrayBuffer>
  readonly fieldName: string
  /** The signed file. Throws `SignerError` when the signature does not verify with the certificate, {@link PdfSignError} when it does not fit. */
  embed(signature: Uint8Array): Promise<Uint8Array<ArrayBuffer>>
}

/**
 * Signs a PDF by appending to it (PAdES B-B, `/SubFilter /ETSI.CAdES.detached`); earlier bytes and signatures stay as they are.
 *
 * Writes one invisible signature field on the first page. The file must have a classic cross-reference table.
 * The signature is checked against the signer's certificate before it is embedded.
 *
 * @throws {@link PdfSignError} when the file cannot be signed, `SignerError` when the certificate or the signer's answer is no good.
 * @example
 * const signed = await signPdf(pdf, signer, { signedAt: new Date(), reason: 'Cấp bản sao trích lục' })
 */
export async function signPdf(pdf: Uint8Array, signer: Signer, options: SignPdfOptions): Promise<Uint8Array<ArrayBuffer>> {
  const prepared = await prepareSignature(pdf, signer, options)
  return prepared.embed(await signer.sign(prepared.toBeSigned, { documentName: options.documentName ?? prepared.fieldName }))
}

/**
 * The first half of {@link signPdf}, for a signer who answers later, in another process even: **the same arguments give the same bytes**,
 * so what must be kept in between is the file, the certificates and the options.
 *
 * @throws like {@link signPdf}.
 * @example
 * const prepared = await prepareSignature(pdf, { certificateChain, algorithm: 'RS256' }, { signedAt })
 * const signed = await prepared.embed(await askOnTheTelephone(await sha256(prepared.toBeSigned)))
 */
export async function prepareSignature(pdf: Uint8Array, signer: SignerIdentity, options: SignPdfOptions): Promise<PreparedSignature> {
  readSignerCertificate(signer, options.signedAt)
  const chainBytes = signer.certificateChain.reduce((total, certificate) => total + certificate.length, 0)
  const room = options.maxSignatureBytes ?? chainBytes + CONTAINER_ROOM
  const { file, objects, signature, fieldName } = await orRefusal(() => plan(pdf, options, room))
  const { bytes, offsets } = await appendRevision(file, objects)
  const objectStart = offsets.get(signature.num) ?? 0
  const contentsStart = objectStart + `${signature.num} ${signature.gen} obj\n`.length + signature.contentsAt
  const contentsEnd = contentsStart + room * 2 + 2
  const range = [0, contentsStart, contentsEnd, bytes.length - contentsEnd].map((value, index) => (index === 0 ? '0' : String(value).padStart(BYTE_RANGE_DIGITS, ' ')))
  bytes.set(latin1(`[${range.join(' ')}]`), objectStart + `${signature.num} ${signature.gen} obj\n`.length + signature.byteRangeAt)
  const documentDigest = await digest(concatBytes(bytes.subarray(0, contentsStart), bytes.subarray(contentsEnd)))
  const cms = await prepareDetachedCms(documentDigest, signer, options.signedAt)
  return {
    toBeSigned: cms.toBeSigned,
    fieldName,
    async embed(value) {
      const container = await cms.complete(value)
      if (container.length > room) {
        throw new PdfSignError('ERR_SIGNATURE_TOO_LARGE', `The signature needs ${container.length} bytes, reserved were ${room}; pass a larger maxSignatureBytes.`)
      }
      const signed = owned(bytes)
      signed.set(latin1(toHex(container)), contentsStart + 1)
      return signed
    },
  }
}

interface Plan {
  file: PdfFile
  objects: NewObject[]
  fieldName: string
  signature: { num: number; gen: number; byteRangeAt: number; contentsAt: number }
}

async function plan(pdf: Uint8Array, options: SignPdfOptions, room: number): Promise<Plan> {
  const file = await PdfFile.open(pdf)
  // A table of text lines may not follow a stream (ISO 32000-1 § 7.5.8).
  if (file.revisions.some(({ form }) => form !== 'classic')) throw new PdfSyntaxError('it has a cross-reference stream', 'PDF_UNSUPPORTED')
  const [hidden] = checkLayout(file)
  if (hidden) throw new PdfSyntaxError('it holds bytes that no cross-reference table knows', hidden === 'DUPLICATE_OBJECT_SHADOW' ? hidden : 'APPENDED_WITHOUT_XREF')
  const { ref: catalogRef, dict: catalog } = file.catalog()
  if (forbidsChanges(file, catalog)) throw new PdfSignError('ERR_PDF_CHANGES_FORBIDDEN', 'The file was certified with "no changes allowed"; a second signature would break it.')
  const fieldName = chooseFieldName(file, options.fieldName)
  const [page] = readPages(file)
  if (!page) throw new PdfSyntaxError('the file has no page')
  const next = file.nextNumber
  const signature = { num: next, gen: 0, ...signatureBody(options, room) }
  const widget = { num: next + 1, gen: 0 }
  const objects: NewObject[] = [
    signature,
    {
      ...widget,
      // F 132: printed and locked. An empty Rect keeps the signature invisible: appearance never decides validity.
      body: latin1(`<< /Type /Annot /Subtype /Widget /FT /Sig /T ${writeTextString(fieldName)} /F 132 /Rect [0 0 0 0] /P ${refText(page.ref)} /V ${refText(signature)} >>`),
    },
    addToArray(file, page, 'Annots', widget),
    ...addToForm(file, { ref: catalogRef, dict: catalog }, widget, next + 2),
  ]
  return { file, objects, fieldName, signature }
}

function signatureBody(options: SignPdfOptions, room: number): { body: Uint8Array; byteRangeAt: number; contentsAt: number } {
  const before = '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange '
  const range = `[0${' '.repeat((BYTE_RANGE_DIGITS + 1) * 3)}]`
  const middle = `${before}${range} /Contents `
  const texts = [['Reason', options.reason], ['Location', options.location], ['Name', options.name], ['ContactInfo', options.contactInfo]] as const
  const written = texts.map(([key, text]) => (text === undefined ? '' : ` /${key} ${writeTextString(text)}`)).join('')
  const body = latin1(`${middle}<${'0'.repeat(room * 2)}> /M ${writePdfDate(options.signedAt)}${written} >>`)
  return { body, byteRangeAt: before.length, contentsAt: middle.length }
}

/** Adds a reference to an array that stands in the dictionary or in an object of its own. Returns the object that changes. */
function addToArray(file: PdfFile, owner: { ref: PdfRef; dict: PdfDict }, key: string, added: { num: number; gen: number }): NewObject {
  const value = owner.dict.entries.get(key)
  const array = file.resolve(value)
  const text = array?.kind === 'array' ? extendArray(file, array, added) : `[${refText(added)}]`
  if (value?.kind === 'ref' && array?.kind === 'array') return { num: value.num, gen: value.gen, body: latin1(text) }
  return { num: owner.ref.num, gen: owner.ref.gen, body: editDict(file.bytes, owner.dict, { [key]: text }) }
}

function extendArray(file: PdfFile, array: PdfArray, added: { num: number; gen: number }): string {
  return `${new TextDecoder('latin1').decode(file.bytes.subarray(array.start, array.end - 1))} ${refText(added)}]`
}

/** SigFlags 3: signatures exist, and the file must only be appended to (ISO 32000-1 table 219). */
function addToForm(file: PdfFile, catalog: { ref: PdfRef; dict: PdfDict }, widget: { num: number; gen: number }, freeNumber: number): NewObject[] {
  const value = catalog.dict.entries.get('AcroForm')
  const form = file.resolveDict(value)
  if (!form) {
    const added = { num: freeNumber, gen: 0 }
    return [
      { ...added, body: latin1(`<< /Fields [${refText(widget)}] /SigFlags 3 >>`) },
      { num: catalog.ref.num, gen: catalog.ref.gen, body: editDict(file.bytes, catalog.dict, { AcroForm: refText(added) }) },
    ]
  }
  const fieldsValue = form.entries.get('Fields')
  const fields = file.resolve(fieldsValue)
  const fieldsText = fields?.kind === 'array' ? extendArray(file, fields, widget) : `[${refText(widget)}]`
  const ownArray = fieldsValue?.kind === 'ref' && fields?.kind === 'array' ? fieldsValue : undefined
  const formBody = editDict(file.bytes, form, { ...(!ownArray && { Fields: fieldsText }), SigFlags: '3' })
  return [
    ...(ownArray ? [{ num: ownArray.num, gen: ownArray.gen, body: latin1(fieldsText) }] : []),
    value?.kind === 'ref'
      ? { num: value.num, gen: value.gen, body: formBody }
      : { num: catalog.ref.num, gen: catalog.ref.gen, body: editDict(file.bytes, catalog.dict, { AcroForm: new TextDecoder('latin1').decode(formBody) }) },
  ]
}

function chooseFieldName(file: PdfFile, wanted: string | undefined): string {
  const taken = new Set(readFields(file).map(({ name }) => name))
  if (wanted !== undefined && taken.has(wanted)) throw new PdfSignError('ERR_PDF_FIELD_EXISTS', `The file already has a field named ${wanted}; choose another fieldName.`)
  let number = 1
  while (taken.has(`Signature${number}`)) number++
  return wanted ?? `Signature${number}`
}

/** A certification signature with permission 1 (ISO 32000-1 table 254). */
function forbidsChanges(file: PdfFile, catalog: PdfDict): boolean {
  const certification = file.resolveDict(file.resolveDict(catalog.entries.get('Perms'))?.entries.get('DocMDP'))
  const references = file.resolve(certification?.entries.get('Reference'))
  const parameters = references?.kind === 'array' ? file.resolveDict(file.resolveDict(references.items[0])?.entries.get('TransformParams')) : undefined
  const permission = file.resolve(parameters?.entries.get('P'))
  return permission?.kind === 'number' && permission.value === 1
}

const REFUSALS: Readonly<Record<PdfProblem, PdfSignErrorCode>> = {
  PDF_MALFORMED: 'ERR_PDF_MALFORMED',
  PDF_UNSUPPORTED: 'ERR_PDF_XREF_STREAM_UNSUPPORTED',
  ENCRYPTED: 'ERR_PDF_ENCRYPTED',
  LOOP_LIMIT: 'ERR_PDF_MALFORMED',
  TOO_LARGE: 'ERR_PDF_TOO_LARGE',
  APPENDED_WITHOUT_XREF: 'ERR_PDF_MALFORMED',
  DUPLICATE_OBJECT_SHADOW: 'ERR_PDF_MALFORMED',
}

async function orRefusal<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (!(cause instanceof PdfSyntaxError)) throw cause
    const advice = cause.problem === 'PDF_UNSUPPORTED'
      ? 'Save it with a classic cross-reference table (PDF 1.4 compatible, not linearised) and sign again.'
      : `Files up to ${DEFAULT_LIMITS.maxBytes} bytes with an intact structure can be signed.`
    throw new PdfSignError(REFUSALS[cause.problem], `The PDF cannot be signed: ${cause.message}. ${advice}`, { cause })
  }
}
