import type { FormDefinition } from '@motcua/schemas/definition'

/** Markup, a script, a script address, a control of writing direction and a place for a word, in one text. */
export const HOSTILE = '<img src=x onerror="globalThis.pwned=1"></textarea></script><script>globalThis.pwned=1</script><a href="javascript:globalThis.pwned=1">x</a>&lt;b&gt;\u202Egnp.{name}\u2066'

/** The definition with hostile words in every text that people read; ids, pointers and codes stay. */
export function withHostileWords(definition: FormDefinition): void {
  const { procedure, locales, optionSets } = definition
  for (const part of [procedure, optionSets]) poison(part)
  for (const bundle of Object.values(locales)) poisonAll(bundle)
  procedure.handOff.url = 'javascript:globalThis.pwned=1'
}

const READ = new Set(['vi', 'en', 'source', 'citation', 'text', 'hint'])

/** Every `{ vi, en }` and every source beneath. */
function poison(node: unknown): void {
  if (typeof node !== 'object' || node === null) return
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === 'string' && READ.has(key)) Reflect.set(node, key, value + HOSTILE)
    else poison(value)
  }
}

function poisonAll(node: object): void {
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === 'string') Reflect.set(node, key, value + HOSTILE)
    else if (typeof value === 'object' && value !== null) poisonAll(value)
  }
}
