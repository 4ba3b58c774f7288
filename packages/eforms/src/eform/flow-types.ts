import type { FieldIssue, Form, Prefill } from '@motcua/form-core'
import type { ReadonlySignal } from '@preact/signals-core'
import type { Ending } from '@motcua/schemas/definition'
import type { FormContext } from '../form-view/context.ts'
import type { UiKey, UiStrings, Words } from '../locales/strings.ts'
import type { PanelHost } from '../panels/panel-host.ts'
import type { Acknowledgement, AssistedBy, CommuneInfo } from '../services/contract.ts'
import type { EformServices, LoadedDefinition } from '../services/services.ts'
import type { UploadList } from '../uploads/upload-list.ts'
import type { Block } from './blocked-view.ts'
import type { DraftKeeper } from './draft-keeper.ts'
import type { AnswerChecks } from './running-checks.ts'

/** All pages at once, in the layout `one-page`. */
export const FORM_STEP = '@form'
/** Step before the form's own pages where somebody helps: who, and how. */
export const HELPER_STEP = '@helper'
/** Steps after the form's own pages; no page of a form can be called so. */
export const DOCUMENTS_STEP = '@documents'
export const CHECK_STEP = '@check'

/** One page of questions at a time, or all of them on one. */
export const LAYOUTS = ['pages', 'one-page'] as const
export type Layout = (typeof LAYOUTS)[number]

/** Where the person is. */
export type Stage =
  | { name: 'loading' }
  | { name: 'blocked'; block: Block }
  | { name: 'start' }
  | { name: 'step'; step: string }
  | { name: 'acknowledged'; acknowledgement: Acknowledgement }
  | { name: 'handed-off' }
  | { name: 'tracker'; code?: string }

/** One thing that is wrong, and where. `id` is the DOM id that takes focus. */
export interface FlowError { id: string; text: UiKey | FieldIssue; values?: Record<string, string>; step: string }

/** The helper's own questions and answers: none of them is the applicant's. */
export interface Helper extends FormContext {
  /** What is recorded; `undefined` while something is missing. */
  record(): AssistedBy | undefined
}

/** What is known once definition and commune are there. */
export interface Opened extends LoadedDefinition {
  services: EformServices
  commune: CommuneInfo
  ending: Ending
  form: Form
  context: FormContext
  /** Where somebody helps, and what is filed goes to a gateway that records it. */
  helper?: Helper | undefined
  uploads?: UploadList
  draft: DraftKeeper
}

/** A message above the present step. `quote` are words of the gateway's own that it ends with. */
export interface FlowNotice { key: UiKey; tone: '' | 'warn' | 'bad-notice'; values?: Record<string, string>; quote?: string; supportCode?: string; signIn?: boolean; dossiers?: boolean }

/** What the questions of a step share: the procedure's form, or the helper's. */
export function contextOf({ context, helper }: Opened, step: string): FormContext { return step === HELPER_STEP && helper || context }

/** What the flow asks of the element round it. */
export interface FlowHost extends Pick<PanelHost, 'redraw' | 'focus'> {
  /** Takes in Vietnamese that has come with a chunk. */
  learn(vietnamese: Partial<UiStrings>): void
  navigate(url: string): void
  emit<T>(type: string, detail: T, options?: { cancelable?: boolean }): boolean
}

export interface FlowOptions {
  host: FlowHost
  services: EformServices
  procedure: string
  commune: string
  shared: boolean
  words: ReadonlySignal<Words>
  /** What the page knows of the person by now. */
  prefill?: () => Prefill | readonly Prefill[]
  /** Looks at answers elsewhere, by pointer, rows written `-`. */
  checks?: () => AnswerChecks | undefined
  /** @default () => 'pages' */
  layout?: () => Layout
  /** Replaces the page's address; injected for tests. */
  address?: () => string
}
