import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { isSdkError } from '@motcua/core/errors'
import { notice } from '../dom/messages.ts'
import type { UiKey, Words } from '../locales/strings.ts'

export interface Block { reason: UiKey; values?: Record<string, string>; retry: boolean }

/** What is wrong with an attribute of the page: its value, or that it is not written at all; one that was taken away is null. */
export function badAttribute(reason: UiKey, name: string, value: string | null): Block {
  return { retry: false, ...(value ? { reason, values: { [name]: value } } : { reason: 'lacksAttribute', values: { attribute: name } }) }
}

/** The same in words. */
export function badAttributeNotice(words: Words, ...what: Parameters<typeof badAttribute>): TemplateResult {
  const { reason, values } = badAttribute(...what)
  return notice(words(reason, values), 'bad-notice')
}

/** What to say when the services of an element could not be had; `offline` where nothing is wrong with its address. */
export function blockOfServices(error: unknown, portal: string, offline: UiKey = 'blockedOffline'): Block {
  return isSdkError(error) && error.code === 'ERR_EFORMS_PORTAL_ADDRESS' ? badAttribute('blockedPortal', 'portal', portal) : { reason: offline, retry: true }
}

/** Why there is no form, and the page's own fallback: the hosted form, the office and its hours. */
export function blockedView(block: Block, words: Words, retry: () => void): TemplateResult {
  return html`<div class="notice bad-notice" role="alert"><h2 id="heading" tabindex="-1" .textContent=${words('blockedTitle')}></h2>
      <p .textContent=${words(block.reason, block.values)}></p>
      ${block.retry ? html`<button type="button" class="button secondary" .textContent=${words('retry')} @click=${retry}></button>` : nothing}</div>
    <slot></slot>`
}
