import { todayInVietnam } from '@motcua/core/dates'
import { documentChecklist } from '@motcua/dossier/documents'
import type { ChecklistItem } from '@motcua/dossier/documents'
import type { StoredFile } from '../services/contract.ts'
import type { UploadList } from '../uploads/upload-list.ts'
import type { EformFlow } from './flow.ts'
import { DOCUMENTS_STEP } from './flow-types.ts'
import type { FlowError } from './flow-types.ts'
import { nameOfDocument } from './name-of-document.ts'
import type { FormOpening } from './open-form.ts'

/** Papers that the dossier needs, by the answers. */
export function checklistOf({ opened }: EformFlow): ChecklistItem[] {
  return opened ? documentChecklist(opened.definition.procedure, opened.form.project(), { on: todayInVietnam(new Date()) }) : []
}

/** What has arrived of them. */
export function attachmentsOf(flow: EformFlow): StoredFile[] { return flow.opened?.uploads?.attachments(checklistOf(flow)) ?? [] }

/** What is wrong with them; nothing when they are handed over elsewhere. */
export function paperErrors(flow: EformFlow): FlowError[] {
  const { opened, options: { words } } = flow
  return opened?.uploads?.faults(checklistOf(flow)).map(({ documentId, text, file }) => (
    { id: `doc-${documentId}`, text, values: { name: file ?? nameOfDocument(opened.definition.procedure, documentId, words.peek()) }, step: DOCUMENTS_STEP }
  )) ?? []
}

/** Where they are sent; `undefined` when they are handed over elsewhere. A chunk of its own: who has nothing to attach is not kept waiting for it. */
export async function openUploads(flow: EformFlow, { ending, definition: { procedure } }: FormOpening): Promise<UploadList | undefined> {
  const { services: { portal }, shared, commune, host } = flow.options
  if (ending !== 'submit' || !portal) return undefined
  const { UploadList } = await import('../uploads/uploads.ts')
  return new UploadList({
    portal, shared, procedure: procedure.slug, commune,
    changed: () => {
      // A paper that has arrived is no longer asked for.
      const arrived = attachmentsOf(flow).map(({ documentId }) => `doc-${documentId}`)
      flow.errors = flow.errors.filter(({ id }) => !arrived.includes(id))
      host.redraw()
      flow.opened?.draft.edited()
    },
    sessionEnded: () => { flow.fail({ key: 'sessionExpired', tone: 'warn', signIn: true }) },
  })
}
