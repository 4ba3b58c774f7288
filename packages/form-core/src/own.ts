/** A member of its own, never one of `Object`'s: names come from definitions, drafts and servers. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
