/** What the database holds of a definition that dossiers were accepted under. */
export interface KeptBody { main: string; parts: Record<string, string> }

/**
 * A body as it is kept now, from one kept before main files left messages to later: those had their sources alone in a
 * part, with the number of its row in every fact. A dossier accepted then is still read as it was. Throws a `TypeError`
 * when a fact names a row that is not there.
 */
export function asKeptNow(body: KeptBody): KeptBody {
  const { parts: { facts: hash, ...named } = {}, words, ...main } = JSON.parse(body.main)
  if (typeof hash !== 'string') return body
  const facts: number[] = []
  const inOrder = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(inOrder)
    const { fact, ...rest }: Record<string, unknown> = { ...value }
    if (typeof fact === 'number') facts.push(fact)
    return Object.fromEntries(Object.entries(typeof fact === 'number' ? rest : value).map(([key, child]) => [key, inOrder(child)]))
  }
  const procedure = inOrder(main.procedure)
  const rules = inOrder(main.rules)
  const rows: string[][] = JSON.parse(body.parts[hash] ?? '[]')
  const lost = facts.find((fact) => rows[fact] === undefined)
  if (lost !== undefined) throw new TypeError(`expected row ${lost} of the sources of a kept definition, got ${rows.length} rows: put its body back from a backup`)
  const sources = rows.map(([source, checkedOn, citation, title]) => ({ source, checkedOn, citation, title }))
  const later = { sources, facts, messages: {}, rules: words.rules }
  return { main: JSON.stringify({ ...main, procedure, rules, words, parts: { ...named, later: hash } }), parts: { ...body.parts, [hash]: JSON.stringify(later) } }
}
