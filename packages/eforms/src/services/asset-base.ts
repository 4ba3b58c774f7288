let base = import.meta.url

/**
 * Address of the folder that holds `definitions/`. The browser bundle has it beside its script; whoever bundles the
 * elements anew calls this once, or gives each element `definitions`.
 */
export function setAssetBase(url: string): void { base = url }

/** Folder of definitions that an element names, or the one beside the script. */
export function definitionBase(definitions: string): string {
  return definitions ? new URL(definitions.endsWith('/') ? definitions : `${definitions}/`, document.baseURI).href : new URL('definitions/', base).href
}
