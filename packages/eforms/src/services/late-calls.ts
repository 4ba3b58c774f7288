type Call = (...asked: never[]) => Promise<unknown>

/** Calls by their names, whose code comes with the first of them. Lost on the way, that call fails, and the next one fetches it again. */
export function lateCalls<const Name extends string, Calls extends Record<Name, Call>>(load: () => Promise<Calls>, ...names: Name[]): Pick<Calls, Name> {
  // Made of the very names that are asked for.
  return Object.fromEntries(names.map((name) => [name, async (...asked: never[]) => (await load())[name](...asked)])) as Pick<Calls, Name>
}
