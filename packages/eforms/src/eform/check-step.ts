import { computeFee } from '@motcua/dossier/fees'
import { todayInVietnam } from '@motcua/core/dates'
import type { TemplateResult } from 'lit'
import type { Words } from '../locales/strings.ts'
import { checkView } from './check-view.ts'
import type { EformFlow } from './flow.ts'
import { DOCUMENTS_STEP } from './flow-types.ts'
import type { Opened } from './flow-types.ts'
import { nameOfDocument } from './name-of-document.ts'
import { attachmentsOf } from './papers.ts'
import { errorText } from './step-view.ts'
import { questionPages } from './steps.ts'
import type { LaterViews } from './step-view.ts'

/** The check page of a flow. `closing` is the mounted page of the definition's own undertaking. */
export function checkStep(flow: EformFlow, opened: Opened, closing: HTMLElement | undefined, { uploads }: LaterViews, words: Words): TemplateResult {
  const { definition: { procedure }, helper } = opened
  const undertaking = flow.errors.find((error) => error.id === 'undertaking')
  return checkView({
    pages: [...questionPages(flow).map((page) => ({ page, context: opened.context })), ...(helper ? helper.form.pages.value.map((page) => ({ page, context: helper })) : [])],
    ...(closing && { closing }), words, fee: computeFee(procedure, opened.form.project(), { on: todayInVietnam(new Date()) }),
    papers: uploads?.attachmentsView(attachmentsOf(flow), { nameOf: (id) => nameOfDocument(procedure, id, words), change: () => { flow.walk.change(DOCUMENTS_STEP) } }, words),
    status: flow.submitting ? words('submitting') : '', agreed: flow.agreed, undertakingError: undertaking ? errorText(undertaking, opened, words) : '',
    change: (page, pointer) => { flow.walk.change(page, pointer) }, agree: (agreed) => { flow.agree(agreed) },
  })
}
