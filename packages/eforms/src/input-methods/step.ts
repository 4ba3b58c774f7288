/**
 * What an input method does to the browser, one act at a time. `process` is the key the method has swallowed (keydown
 * 229); `commit` is text that comes without a key and ends a composition.
 */
export type Step =
  | { do: 'key'; key: string }
  | { do: 'process'; key: string }
  | { do: 'compose'; text: string }
  | { do: 'commit'; text: string }
  | { do: 'select-left'; count: number }
  | { do: 'paste'; text: string }

export const key = (name: string): Step => ({ do: 'key', key: name })
export const process = (name = 'Process'): Step => ({ do: 'process', key: name })
export const compose = (text: string): Step => ({ do: 'compose', text })
export const commit = (text: string): Step => ({ do: 'commit', text })
