import { fileURLToPath } from 'node:url'
import { bindingInfo } from '@motcua/signatures/sign'
import type { DossierBinding } from '@motcua/signatures/sign'
import PDFDocument from 'pdfkit'

export interface ResultPdfOptions {
  binding: DossierBinding
  agencyName: string
  /** Heading without the words "(bản sao)", for example `Trích lục khai sinh`. */
  documentName: string
  /** Label and value of each line, in order. */
  lines: ReadonlyArray<readonly [label: string, value: string]>
  officerName: string
  issuedAt: Date
}

/** Every page carries it: a result of the sandbox must never pass for a real one. */
export const NO_LEGAL_VALUE = 'BẢN CHẠY THỬ – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ'

const MM = 72 / 25.4
const MARGIN = { left: 30 * MM, right: 20 * MM, top: 20 * MM, bottom: 20 * MM }
const font = (style: string): string =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/tinos/${style}/Tinos_${style}.ttf`))

/**
 * The unsigned result: one A4 page in the lay-out of a commune's extract, bound to its dossier in /Info and in print.
 * pdfkit writes a classic cross-reference table, which the append-only signer needs.
 */
export async function makeResultPdf(options: ResultPdfOptions): Promise<Uint8Array> {
  const { binding, agencyName, documentName, lines, officerName, issuedAt } = options
  const document = new PDFDocument({
    size: 'A4', margins: MARGIN, lang: 'vi-VN', displayTitle: true,
    info: { Title: `${documentName} (bản sao) – bản chạy thử`, Author: agencyName, CreationDate: issuedAt, ...bindingInfo(binding) },
  })
  const bytes = collect(document)
  document.registerFont('text', font('400Regular')).registerFont('bold', font('700Bold')).registerFont('italic', font('400Regular_Italic'))
  watermark(document)
  heading(document, agencyName)

  document.moveDown(2).font('bold').fontSize(18).text(documentName.toLocaleUpperCase('vi'), MARGIN.left, document.y, { align: 'center' })
  document.fontSize(14).text('(BẢN SAO)', { align: 'center' })
  document.moveDown(0.4).font('text').fontSize(11).text(`Mã hồ sơ: ${binding.dossierCode}`, { align: 'center' })
  document.text(`Mã thủ tục: ${binding.procedureCode}`, { align: 'center' })
  document.moveDown(1.2).fontSize(13)
  for (const [label, value] of lines) {
    document.font('text').text(`${label}: `, { continued: true, lineGap: 4 }).font('bold').text(value)
  }

  document.moveDown(2)
  const column = (document.page.width - MARGIN.left - MARGIN.right) / 2
  const at = { x: MARGIN.left + column, options: { width: column, align: 'center' as const } }
  document.font('italic').fontSize(13).text(dateLine(issuedAt), at.x, document.y, at.options)
  document.font('bold').text('NGƯỜI KÝ TRÍCH LỤC', at.options)
  document.font('text').fontSize(11).text('(đã ký số)', at.options)
  document.moveDown(1).font('bold').fontSize(13).text(officerName, at.options)
  document.moveDown(2).font('italic').fontSize(10)
    .text('Chữ ký số nằm trong tệp này. Kiểm tra trên trang của xã, mục “Kiểm tra kết quả”.', MARGIN.left, document.y, { align: 'left' })
  document.end()
  return bytes
}

function heading(document: PDFKit.PDFDocument, agencyName: string): void {
  const width = document.page.width - MARGIN.left - MARGIN.right
  const top = document.y
  const twoLines = agencyName.toLocaleUpperCase('vi').replace(/ (XÃ|PHƯỜNG|ĐẶC KHU) /, '\n$1 ')
  document.font('bold').fontSize(12).text(twoLines, MARGIN.left, top, { width: width * 0.38, align: 'center' })
  const leftBottom = document.y
  const right = { x: MARGIN.left + width * 0.4, options: { width: width * 0.6, align: 'center' as const } }
  document.fontSize(12).text('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', right.x, top, right.options)
  document.fontSize(13).text('Độc lập - Tự do - Hạnh phúc', right.options)
  document.y = Math.max(document.y, leftBottom)
}

function watermark(document: PDFKit.PDFDocument): void {
  const { width, height } = document.page
  document.save().fillColor('#e3e3e3').font('bold').fontSize(34).rotate(-35, { origin: [width / 2, height / 2] })
  for (const [index, line] of NO_LEGAL_VALUE.split(' – ').entries()) {
    document.text(line, 0, height / 2 - 40 + index * 44, { width, align: 'center', lineBreak: false })
  }
  document.restore()
  document.fillColor('#a40e26').font('bold').fontSize(11).text(NO_LEGAL_VALUE, MARGIN.left, 10 * MM, { align: 'center' })
  document.fillColor('#000000')
  document.x = MARGIN.left
  document.y = MARGIN.top
}

function dateLine(at: Date): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric' }).formatToParts(at)
  const part = (type: string): string => parts.find((known) => known.type === type)?.value ?? ''
  return `Mỹ Thuận, ngày ${part('day')} tháng ${part('month')} năm ${part('year')}`
}

function collect(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => { chunks.push(chunk) })
    document.on('end', () => { resolve(new Uint8Array(Buffer.concat(chunks))) })
    document.on('error', reject)
  })
}
