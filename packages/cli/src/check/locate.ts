import { pointerTokens, type SourceTree } from '@motcua/schemas/generator'
import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser'

/** Line (from 1) of a JSON Pointer in a file; that of the nearest ancestor when the place itself is missing. */
export function lineOf(tree: SourceTree, file: string, pointer: string): number {
  const text = tree.get(file)?.text
  const root = text === undefined ? undefined : parseTree(text)
  if (text === undefined || root === undefined) return 1
  const path = pointerTokens(pointer)
  for (let length = path.length; length >= 0; length -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, length).map((token, index) => segment(root, path.slice(0, index), token)))
    if (node !== undefined) return text.slice(0, offsetOf(node)).split('\n').length
  }
  return 1
}

/** An index when the parent is an array, a key otherwise (keys may be digits). */
function segment(root: Node, parent: string[], token: string): string | number {
  const node = findNodeAtLocation(root, parent.map((inner, index) => segment(root, parent.slice(0, index), inner)))
  return node?.type === 'array' ? Number(token) : token
}

/** A property is found at its key, not at its value. */
function offsetOf(node: Node): number {
  return node.parent?.type === 'property' ? node.parent.offset : node.offset
}
