/** The address if it leads to a page of the web; nothing for `javascript:` and whatever else would do something on this one. */
export function webAddress(address: string): string | undefined {
  try { return /^https?:$/.test(new URL(address, location.href).protocol) ? address : undefined } catch { return undefined }
}

/** Leaves the page for an address of the web. */
export function leaveFor(address: string): void {
  const next = webAddress(address)
  if (next !== undefined) location.assign(next)
}
