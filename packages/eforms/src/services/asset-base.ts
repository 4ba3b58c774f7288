let base: string | undefined

/** Address of the folder that holds `definitions/` and `reference/`. The loader of the browser bundle sets it to its own. */
export function setAssetBase(url: string): void { base = url }
export function assetBase(): string { return base ?? document.baseURI }
