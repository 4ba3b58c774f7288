import { computeAccessibleName, getRole } from 'dom-accessibility-api'
import type { WireTarget } from './engine.ts'

/**
 * Runs in the page: finds what a {@link WireTarget} means, through every open root, as a screen reader would hear it. A tool's own
 * locators would do, were there one that drives all engines here.
 */
function* everything(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element
    if (element.shadowRoot) yield* everything(element.shadowRoot)
  }
}

/** Where the library follows an older edition of HTML-AAM, or leaves a role to the engine. */
const ROLES: Readonly<Record<string, string>> = { SELECT: 'combobox', DT: 'term', DD: 'definition' }
const roleOf = (element: Element): string | null => (element.hasAttribute('role') ? element.getAttribute('role') : ROLES[element.tagName] ?? getRole(element))
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

function isHidden(element: Element): boolean {
  if (!element.checkVisibility({ checkVisibilityCSS: true })) return true
  for (let at: Element | null = element; at; at = at.parentElement ?? hostOf(at)) if (at.getAttribute('aria-hidden') === 'true') return true
  return false
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? root.host : null
}

function matches(element: Element, name: WireTarget['name']): boolean {
  if (name === undefined) return true
  const spoken = oneLine(computeAccessibleName(element))
  return typeof name === 'string' ? spoken === oneLine(name) : new RegExp(name.source, name.flags).test(spoken)
}

function within(scope: ParentNode, role: string, name: WireTarget['name']): Element[] {
  return [...everything(scope)].filter((element) => roleOf(element) === role && !isHidden(element) && matches(element, name))
}

function findAll({ role, name, groups }: WireTarget): Element[] {
  let scope: ParentNode = document
  for (const group of groups) {
    const next: Element | undefined = within(scope, 'group', group.name)[group.index]
    if (!next) return []
    scope = next
  }
  return within(scope, role, name)
}

Object.assign(globalThis, { findAll, textsOf: (role: string) => within(document, role, undefined).map((element) => oneLine(element.textContent ?? '')) })
