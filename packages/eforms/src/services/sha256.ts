/** SHA-256 in hexadecimal, as definitions and files name it. Without `Array.from`: pages with MooTools have one that maps nothing. */
export async function sha256Of(bytes: BufferSource): Promise<string> {
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
