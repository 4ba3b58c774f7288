import { statesAfter, isStepKind, isDossierState } from '@motcua/dossier'
import type { StepKind } from '@motcua/dossier'
import type { StepStatement } from '@motcua/dossier/step-log'
import { signPdf } from '@motcua/signatures/sign'
import type { Signer } from '@motcua/signatures/sign'
import { SimulatorCallError } from '../errors.ts'
import type { DeskDefinition } from './definition.ts'
import type { DeskGatewayClient, OfficerDossier, ResultFile } from './gateway-client.ts'
import { makeResultPdf } from './result-pdf.ts'
import { signDeskManifest, signDeskStep } from './statements.ts'
import { stepWord } from './words.ts'

/** Who signs at the desk. */
export interface DeskOfficer {
  name: string
  title: string
  /** The agency's own id of the officer. */
  staffId: string
  agencyCode: string
  agencyName: string
}

export interface DeskWorkOptions {
  client: DeskGatewayClient
  officer: DeskOfficer
  signer: () => Promise<Signer>
  clock: () => Date
}

/** What an officer does to a dossier. Each act is signed and recorded at the gateway; each answers with the sentence to show. */
export class DeskWork {
  readonly #options: DeskWorkOptions
  #signer: Promise<Signer> | undefined

  constructor(options: DeskWorkOptions) { this.#options = options }

  async step(token: string, dossier: OfficerDossier, kind: string): Promise<string> {
    if (!isStepKind(kind)) throw new TypeError('The desk was asked for a step that does not exist')
    await this.#record(token, dossier, kind)
    return `Đã ghi và ký bước: ${stepWord(kind)}.`
  }

  async requestSupplement(token: string, dossier: OfficerDossier, documents: string[], note: string): Promise<string> {
    if (documents.length === 0) throw new SimulatorCallError('desk', 422, localProblem('Hãy chọn ít nhất một giấy tờ cần bổ sung.'))
    await this.#record(token, dossier, 'request-supplement', { documents, note })
    return 'Đã gửi yêu cầu bổ sung. Người dân chỉ thay được đúng giấy tờ này.'
  }

  async refuse(token: string, dossier: OfficerDossier, reason: string): Promise<string> {
    await this.#record(token, dossier, 'refuse', { reason })
    return 'Đã từ chối tiếp nhận và ghi lý do.'
  }

  /** Makes the result for this dossier, unsigned: it is signed on a page of its own. */
  async makeDraft(token: string, dossier: OfficerDossier, definition: DeskDefinition | undefined): Promise<string> {
    await this.#options.client.storeDraft(token, dossier.code, await this.#result(dossier.code, dossier, definition, this.#options.clock()))
    return 'Đã lưu dự thảo kết quả. Hãy xem, ký và phát hành.'
  }

  /** Ends the dossier with a signed manifest of its stored results. */
  async finish(token: string, dossier: OfficerDossier): Promise<string> {
    await this.#finishWith(token, dossier, dossier.results)
    return 'Đã ký bản kê và kết thúc hồ sơ. Có thể trả kết quả.'
  }

  /** Forbidden on purpose: ends the dossier with nothing in its hands. */
  async closeWithoutResult(token: string, dossier: OfficerDossier): Promise<string> {
    await this.#finishWith(token, dossier, [])
    return 'Máy chủ đã cho đóng hồ sơ mà không có kết quả. Đây là lỗi: việc này phải bị từ chối.'
  }

  /** Forbidden on purpose: a perfectly signed result that names another dossier. */
  async closeWithForeignResult(token: string, dossier: OfficerDossier, definition: DeskDefinition | undefined): Promise<string> {
    const pdf = await this.#signedResult(otherCode(dossier.code), dossier, definition)
    const stored = await this.#options.client.uploadResult(token, dossier.code, pdf)
    await this.#finishWith(token, dossier, [stored])
    return 'Máy chủ đã nhận kết quả của hồ sơ khác. Đây là lỗi: việc này phải bị từ chối.'
  }

  async #finishWith(token: string, dossier: OfficerDossier, results: readonly ResultFile[]): Promise<void> {
    const manifest = await signDeskManifest(await this.#ask(), {
      dossier, results, officer: this.#options.officer, at: this.#options.clock(),
    })
    await this.#record(token, dossier, 'finish', { resultFiles: results.map(({ sha256 }) => sha256) }, manifest)
  }

  async #record(token: string, dossier: OfficerDossier, kind: StepKind, data?: StepStatement['data'], manifest?: string): Promise<void> {
    const { officer, clock, client } = this.#options
    const state = isDossierState(dossier.state) ? statesAfter(dossier.state, kind)[0] ?? dossier.state : 1
    const statement: StepStatement = {
      dossier: dossier.code,
      kind,
      at: clock().toISOString(),
      by: { role: 'officer', name: officer.name, agencyCode: officer.agencyCode, title: officer.title },
      state,
      prev: dossier.lastStepHash,
      ...(data === undefined ? {} : { data }),
    }
    await client.recordStep(token, dossier.code, await signDeskStep(await this.#ask(), statement), manifest)
  }

  async #signedResult(code: string, dossier: OfficerDossier, definition: DeskDefinition | undefined): Promise<Uint8Array> {
    const { officer, clock } = this.#options
    const at = clock()
    return signPdf(await this.#result(code, dossier, definition, at), await this.#ask(), {
      signedAt: at, name: officer.name, reason: 'Cấp bản sao trích lục hộ tịch (bản chạy thử)',
      documentName: `Kết quả hồ sơ ${code}`,
    })
  }

  #result(code: string, dossier: OfficerDossier, definition: DeskDefinition | undefined, at: Date): Promise<Uint8Array> {
    const { officer } = this.#options
    return makeResultPdf({
      binding: { dossierCode: code, procedureCode: dossier.procedureCode, agencyCode: officer.agencyCode },
      agencyName: officer.agencyName,
      documentName: dossier.answers.requestKind === 'birth' ? 'Trích lục khai sinh' : 'Trích lục hộ tịch',
      lines: resultLines(dossier, definition),
      officerName: officer.name,
      issuedAt: at,
    })
  }

  #ask(): Promise<Signer> {
    this.#signer ??= this.#options.signer().catch((error: unknown) => {
      this.#signer = undefined
      throw error
    })
    return this.#signer
  }
}

/** The person and the entry that the extract speaks of; the requester's own data where they ask for themselves. */
function resultLines({ answers }: OfficerDossier, definition: DeskDefinition | undefined): Array<readonly [string, string]> {
  const lines = definition?.lines(answers) ?? []
  const about = lines.filter(({ pointer }) => pointer.startsWith('/subject/'))
  const person = about.length > 0 ? about : lines.filter(({ pointer }) => /^\/requester\/(fullName|birthDate|sex|personalId)$/.test(pointer))
  const entry = lines.filter(({ pointer }) => pointer.startsWith('/record/') || pointer === '/requestKind' || pointer === '/count')
  return [...person, ...entry].map(({ label, value }) => [label, value] as const)
}

/** A code of the same agency and day that is not this dossier's. */
function otherCode(code: string): string {
  const at = code.lastIndexOf('-') + 1
  const order = code.slice(at)
  return code.slice(0, at) + String((Number(order) + 1) % 10 ** order.length).padStart(order.length, '0')
}

function localProblem(title: string): { type: string; title: string } {
  return { type: 'urn:motcua:problem:desk', title }
}
