import type { FormSource } from './definition.ts'
import { BLOCK_LOADERS } from './generated/blocks/loaders.ts'

/** Composite blocks of the vocabulary that can stand on their own. */
export type BlockName = keyof typeof BLOCK_LOADERS

/** Names that {@link blockDefinition} takes. */
export const BLOCK_NAMES = Object.keys(BLOCK_LOADERS) as readonly BlockName[]

/**
 * One block of the vocabulary as a form of its own: one page with one group, whose pointers begin at the block
 * (`/province`, `/commune`). `createForm` of `@motcua/form-core` takes it; `project()` then gives the block's answer.
 * Words in both languages and the option sets come with it; communes and provinces do not (they are the list of places).
 * Each block is a chunk of its own and arrives when asked for.
 *
 * @example
 * const definition = await blockDefinition('address')
 * const form = createForm({ definition })
 * form.setValue('/scope', 'domestic')
 */
export async function blockDefinition(name: BlockName): Promise<FormSource> {
  return (await BLOCK_LOADERS[name]()).block
}
