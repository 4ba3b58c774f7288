import { childPointer, type Report, type SourceFile } from '@motcua/schemas/generator'
import { visit } from 'jsonc-parser'

/** Reports keys that stand twice in one object: readers differ in which of the two they take. */
export function reportDuplicateKeys({ path, text }: SourceFile, report: Report): void {
  const objects: Array<Set<string>> = []
  visit(text, {
    onObjectBegin: () => { objects.push(new Set()) },
    onObjectEnd: () => { objects.pop() },
    onObjectProperty(key, _offset, _length, line, _character, parents) {
      const keys = objects.at(-1)
      if (keys?.has(key) === true) {
        const pointer = [...parents(), key].reduce<string>((at, segment) => childPointer(at, String(segment)), '')
        report({ code: 'duplicate-key', file: path, pointer, line: line + 1, message: `"${key}" stands twice in one object.`, fix: 'Keep one of them.' })
      }
      keys?.add(key)
    },
  })
}
