let base = import.meta.url

/**
 * Address of the folder that holds `definitions/`. The browser bundle has it beside its script; whoever bundles the
 * elements anew calls this once, or gives each element `definitions`.
 */
export function setAssetBase(url: string): void { base = url }
export function assetBase(): string { return base }
