import type {} from '@vitest/browser-playwright'
import { cdp } from 'vitest/browser'

/** One thing as the browser tells it to assistive technology. */
export interface AxNode {
  id: string
  /** What it is: `textbox`, `group`, `StaticText`, … */
  role: string
  name: string
  description: string
  value: string
  /** `required`, `invalid`, `checked`, `live`, … as the browser computed them. */
  states: Readonly<Record<string, unknown>>
  parent: AxNode | undefined
  children: AxNode[]
}

interface Frames { frame: { id: string; url: string }; childFrames?: Frames[] }

/** The browser's computed accessibility tree of this page, as screen readers are given it; what is ignored is left out. */
export async function readAxTree(): Promise<AxNode> {
  const session = cdp()
  const { frameTree } = await session.send('Page.getFrameTree')
  const frameId = framesOf(frameTree).find(({ url }) => url === location.href)?.id
  if (frameId === undefined) throw new Error('The frame of the test is not among those of the page.')
  const { nodes } = await session.send('Accessibility.getFullAXTree', { frameId })
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const build = (id: string, parent: AxNode | undefined): AxNode[] => {
    const raw = byId.get(id)
    if (!raw) return []
    const childIds = raw.childIds ?? []
    if (raw.ignored && parent) return childIds.flatMap((child) => build(child, parent))
    const node: AxNode = {
      id, role: text(raw.role?.value), name: text(raw.name?.value), description: text(raw.description?.value), value: text(raw.value?.value),
      states: Object.fromEntries((raw.properties ?? []).map(({ name, value }) => [name, value.value])), parent, children: [],
    }
    node.children = childIds.flatMap((child) => build(child, node))
    return [node]
  }
  const root = nodes.find((node) => node.parentId === undefined)
  const [tree] = root ? build(root.nodeId, undefined) : []
  if (!tree) throw new Error('The browser has no accessibility tree of this page.')
  return tree
}

/** This node and all below it, in reading order. */
export function* walk(node: AxNode): Generator<AxNode> {
  yield node
  for (const child of node.children) yield* walk(child)
}

function framesOf({ frame, childFrames = [] }: Frames): Array<Frames['frame']> { return [frame, ...childFrames.flatMap(framesOf)] }
function text(value: unknown): string { return typeof value === 'string' || typeof value === 'number' ? String(value).normalize('NFC').replaceAll(/\s+/g, ' ').trim() : '' }
