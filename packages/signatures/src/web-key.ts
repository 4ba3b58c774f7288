/** WebCrypto's `CryptoKey`, also where only Node's types are loaded and the name is not a global type. */
export type WebKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>
