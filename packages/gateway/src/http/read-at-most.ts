/** The bytes of a body, whatever Content-Length says of it; `undefined` where there are more than `limit`, of which the rest is not read. */
export async function readAtMost({ body, headers }: Pick<Response, 'body' | 'headers'>, limit: number): Promise<Uint8Array | undefined> {
  if (Number(headers.get('Content-Length') ?? 0) > limit) {
    await body?.cancel()
    return undefined
  }
  const chunks: Uint8Array[] = []
  let total = 0
  if (body !== null) {
    for await (const chunk of body) {
      total += chunk.byteLength
      if (total > limit) return undefined
      chunks.push(chunk)
    }
  }
  return Buffer.concat(chunks)
}

/** Most of an answer of another system that is read, in bytes: theirs are small, and one that is not must not fill the memory. */
const ANSWER_BYTES = 1_000_000

/** The text of an answer. Throws a `TypeError` where it is too long. */
export async function readAnswer(response: Response): Promise<string> {
  const bytes = await readAtMost(response, ANSWER_BYTES)
  if (bytes === undefined) throw new TypeError(`The answer has more than ${ANSWER_BYTES} bytes`)
  return new TextDecoder().decode(bytes)
}
