import type { WordsBySlug } from './search-procedures.ts'

/** The content of `reference/everyday-words.json`; what does not look like it is left out. */
export function parseEverydayWords(content: unknown): WordsBySlug {
  if (typeof content !== 'object' || content === null) return {}
  return Object.fromEntries(Object.entries(content).map(([slug, words]: [string, unknown]) => [slug, { vi: texts(words, 'vi'), en: texts(words, 'en') }]))
}

function texts(words: unknown, language: string): string[] {
  const list: unknown = typeof words === 'object' && words !== null ? Reflect.get(words, language) : undefined
  return Array.isArray(list) ? list.filter((text) => typeof text === 'string') : []
}
