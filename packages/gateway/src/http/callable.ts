/** What is wrong with the address of a system that is sent personal data: none, or readable on its way without the operator's leave. */
export function callableFaults(url: string, item: string, { allowInsecureRequests = false }: { allowInsecureRequests?: boolean }): string[] {
  const protocol = URL.canParse(url) ? new URL(url).protocol : ''
  if (protocol === 'https:' || (protocol === 'http:' && allowInsecureRequests)) return []
  return [protocol === 'http:' ? `${item}: http is refused unless allowInsecureRequests is true (inside a network of one's own)` : `${item}: expected an https URL`]
}
