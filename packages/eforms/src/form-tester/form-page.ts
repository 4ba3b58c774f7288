/** Name of a group, and which one when several in the same place are called alike. */
export type GroupName = string | { name: RegExp; index: number }

/** A control as a person finds it: by what it is, what it is called, and the groups it stands in. */
export interface Target {
  /** ARIA role: `textbox`, `combobox`, `radio`, `checkbox`, `button`, `option`, `heading`, `alert`. */
  role: string
  /** Accessible name; a text must match whole. */
  name?: string | RegExp
  /** Names of the groups round it, outermost first. */
  within?: readonly GroupName[]
  /** Which of several that are called alike, from 0. */
  index?: number
}

/** A file to attach. */
export interface TestFile { name: string; mediaType: string; bytes: Uint8Array<ArrayBuffer> }

/** What driving a form needs of a browser. {@link vitestPage} and {@link playwrightPage} give it; others may. */
export interface FormPage {
  /** How many there are at this moment, without waiting. */
  count(target: Target): Promise<number>
  click(target: Target): Promise<void>
  /** Empties the box and types. */
  type(target: Target, text: string): Promise<void>
  /** Chooses the option of a native select by its words; the empty text chooses the first. */
  select(target: Target, option: string): Promise<void>
  /** Puts a file into the input with this label. */
  attach(label: RegExp, file: TestFile): Promise<void>
  /** Texts of all elements of a role, in the order of the page. */
  texts(role: string): Promise<string[]>
}

/** The part of a locator that is called alike everywhere. */
export interface LocatorLike<T> {
  getByRole(role: never, options?: { name?: string | RegExp; exact?: boolean }): T
  nth(index: number): T
}

/** All that match a target, with the calls that Vitest and Playwright share. */
export function locateAll<T extends LocatorLike<T>>(page: Pick<LocatorLike<T>, 'getByRole'>, target: Target): T {
  // Roles are a closed list of either tool; ours are all in both.
  const role = (name: string): never => name as never
  let scope = page
  for (const group of target.within ?? []) scope = scope.getByRole(role('group'), nameOptions(typeof group === 'string' ? group : group.name)).nth(typeof group === 'string' ? 0 : group.index)
  return scope.getByRole(role(target.role), target.name === undefined ? {} : nameOptions(target.name))
}

/** The one that is meant. */
export function locate<T extends LocatorLike<T>>(page: Pick<LocatorLike<T>, 'getByRole'>, target: Target): T { return locateAll(page, target).nth(target.index ?? 0) }

function nameOptions(name: string | RegExp): { name: string | RegExp; exact?: boolean } { return typeof name === 'string' ? { name, exact: true } : { name } }
