import type { JsonObject, JsonValue } from '@motcua/core/json'
import type { FieldDefinition, GroupDefinition, ItemDefinition, PageDefinition } from '../definition.ts'
import { kindsFor, missingFor } from './kinds.ts'
import { checkPaperMarks } from './paper-marks.ts'
import { childPointer, parentPointer } from './pointer.ts'
import { type Condition, conditionsOf, conditionsRule, isRequired, type SchemaNode, type SchemaOutline } from './presence.ts'
import type { Report } from './problem.ts'
import type { BlocksSource, BlockUse, FieldSource, ItemSource, LayoutSource } from './sources.ts'
import { isJsonObject } from './tree.ts'

export interface LayoutOptions {
  layout: LayoutSource
  file: string
  blocks: BlocksSource
  outline: SchemaOutline
  report: Report
}

export interface ExpandedLayout {
  pages: PageDefinition[]
  /** Every field's pointer, in the order of asking. */
  fields: string[]
  /** Where blocks were used: their words come from the vocabulary. */
  uses: BlockUse[]
  groups: string[]
}

/** Pages with leaf fields, groups and repeats only; blocks are expanded, visibility and requiredness derived. */
export function expandLayout(options: LayoutOptions): ExpandedLayout {
  const { layout, file, blocks, outline } = options
  let mistakes = 0
  const report: Report = (problem) => {
    mistakes += 1
    options.report(problem)
  }
  const fields: string[] = []
  const uses: BlockUse[] = []
  const groups: string[] = []

  const field = (source: FieldSource, base: string, at: string): FieldDefinition | undefined => {
    const { at: relative, province, visibleWhen: layoutOnly, default: value, ...attributes } = source
    const pointer = base + relative
    const isDerived = layout.derivations.some((derivation) => derivation.pointer === pointer && derivation.when === undefined)
    const node = outline.nodes.get(pointer) ?? (source.field === 'read-only' && isDerived ? outside(pointer) : undefined)
    if (node === undefined || node.kind !== 'leaf') {
      report({
        code: 'unknown-field', file, pointer: at, message: `The layout asks for "${pointer}", which is no value of the schema.`,
        fix: `Correct the pointer, or add the property to form.schema.json.`,
      })
      return undefined
    }
    const kinds = kindsFor(node.schema)
    const missing = missingFor(source.field, node.schema)
    if (!kinds.includes(source.field) && node.schema.type !== undefined) {
      report({
        code: 'wrong-field-kind', file, pointer: childPointer(at, 'field'), message: `"${source.field}" cannot ask for "${pointer}", whose type is ${String(node.schema.type)}.`,
        fix: `Use one of: ${kinds.join(', ')}.`,
      })
    } else if (missing !== undefined) {
      report({ code: 'kind-without-schema', file, pointer: childPointer(at, 'field'), message: `The schema of "${pointer}" does not fit "${source.field}".`, fix: missing })
    }
    const required = isRequired(pointer, outline)
    if (source.field === 'read-only' && !isDerived && value === undefined && (required || source.prefill === undefined)) {
      report({
        code: 'read-only-without-value', file, pointer: at, message: `Nobody can fill in "${pointer}": it is only shown.`,
        fix: `Derive it without a condition, give it a default${required ? '' : ', name the claim that prefills it'}, or ask for it with another kind.`,
      })
    }
    if (source.field === 'read-only' && source.prefill !== undefined && !source.lockedBy?.includes('identity-provider')) {
      report({
        code: 'read-only-unchecked', file, pointer: at, message: `The page alone would say what "${pointer}" is: nobody can correct it, and no server looks at it again.`,
        fix: 'Add "lockedBy": ["identity-provider"], which the server compares with who is signed in, or ask for it with another kind.',
      })
    }
    if (layoutOnly !== undefined && required) {
      report({
        code: 'visibility-on-required', file, pointer: childPointer(at, 'visibleWhen'), message: `"${pointer}" is required by the schema, so the layout may not hide it.`,
        fix: 'Write the condition in form.schema.json (if / then / else) and leave visibleWhen out here.',
      })
    }
    if (value !== undefined && !accepts(node.schema, value)) {
      report({
        code: 'bad-default', file, pointer: childPointer(at, 'default'), message: `The default ${JSON.stringify(value)} is no valid answer to "${pointer}".`,
        fix: 'Use one of the values the schema accepts, or leave the default out.',
      })
    }
    const foreign = (source.optionsWhen ?? []).flatMap(({ values }) => values).filter((option) => !accepts(node.schema, option))
    if (foreign.length > 0) {
      report({
        code: 'bad-option', file, pointer: childPointer(at, 'optionsWhen'), message: `${foreign.map((option) => JSON.stringify(option)).join(', ')} cannot be chosen for "${pointer}".`,
        fix: 'Name values of the option set that the schema gives this question.',
      })
    }
    if ((source.field === 'commune') !== (province !== undefined) || (province !== undefined && !outline.nodes.has(base + province))) {
      report({
        code: 'commune-without-province', file, pointer: at, message: `A commune is chosen within a province: "${pointer}" must name the pointer of its province, and only a commune may.`,
        fix: 'Add "province": "/…" (relative to the block) to the commune field.',
      })
    }
    fields.push(pointer)
    const derived = conditionsRule(conditionsOf(pointer, outline))
    const visibleWhen = derived !== undefined && layoutOnly !== undefined ? { and: [derived, layoutOnly] } : (derived ?? layoutOnly)
    return {
      type: 'field', pointer, ...attributes, required,
      ...(node.schema.type === undefined ? { shownOnly: true } : {}),
      ...(visibleWhen === undefined ? {} : { visibleWhen }),
      // Provinces come from the list of places, as communes do.
      ...(typeof node.schema.optionSet === 'string' && source.field !== 'province' ? { optionSet: node.schema.optionSet } : {}),
      ...(Array.isArray(node.schema.except) ? { except: node.schema.except.filter((value) => typeof value === 'string') } : {}),
      ...(province === undefined ? {} : { provincePointer: base + province }),
      ...(value === undefined ? {} : { default: value }),
    }
  }

  const group = (id: string, items: Array<FieldDefinition | GroupDefinition>): GroupDefinition => {
    groups.push(id)
    const visibleWhen = conditionsRule(commonConditions(items.flatMap(leafPointers).map((pointer) => conditionsOf(pointer, outline))))
    return { type: 'group', id, ...(visibleWhen === undefined ? {} : { visibleWhen }), items }
  }

  const item = (source: ItemSource, at: string): ItemDefinition | undefined => {
    if ('repeat' in source) {
      const rows = outline.nodes.get(source.repeat)
      if (rows?.kind !== 'array' || source.minRows !== (rows.schema.minItems ?? 0) || source.maxRows !== rows.schema.maxItems) {
        report({
          code: 'wrong-repeat', file, pointer: childPointer(at, 'repeat'), message: `"${source.repeat}" must be a list of the schema with the same least and most rows.`,
          fix: 'Make minRows and maxRows equal to minItems and maxItems in form.schema.json.',
        })
      }
      const visibleWhen = conditionsRule(conditionsOf(source.repeat, outline))
      return {
        type: 'repeat', pointer: source.repeat, minRows: source.minRows, maxRows: source.maxRows,
        ...(visibleWhen === undefined ? {} : { visibleWhen }),
        items: items(source.items, childPointer(at, 'items')).filter((inner) => inner.type !== 'repeat'),
      }
    }
    if ('group' in source) return group(source.group, items(source.items, childPointer(at, 'items')).filter((inner) => inner.type !== 'repeat'))
    if (!('block' in source)) {
      checkPaperMarks(source, { file, at, report })
      return field(source, '', at)
    }
    const block = blocks.blocks[source.block]
    if (block === undefined) {
      report({
        code: 'unknown-block', file, pointer: childPointer(at, 'block'), message: `There is no block "${source.block}".`,
        fix: `Use one of: ${Object.keys(blocks.blocks).join(', ')}.`,
      })
      return undefined
    }
    uses.push(source)
    return group(source.id, block.items.map((inner) => field(inner, source.at, at)).filter((inner) => inner !== undefined))
  }

  const items = (sources: ItemSource[], at: string): ItemDefinition[] =>
    sources.map((source, index) => item(source, childPointer(at, index))).filter((inner) => inner !== undefined)

  const pages = layout.pages.map((page, index) => ({ id: page.id, items: items(page.items, `/pages/${index}/items`) }))
  // A question lost to a mistake above would only be named again.
  if (mistakes === 0) checkCoverage(fields, options)
  return { pages, fields, uses, groups }
}

/** A derived value that is shown but not asked for by the schema. */
function outside(pointer: string): SchemaNode {
  return { pointer, kind: 'leaf', schema: {}, required: false }
}

function accepts(schema: JsonObject, value: JsonValue): boolean {
  if (schema.type === 'array') {
    const options = isJsonObject(schema.items) && Array.isArray(schema.items.enum) ? schema.items.enum : []
    return [value].flat().every((one) => options.includes(one))
  }
  if (Array.isArray(schema.enum)) return schema.enum.includes(value)
  if (schema.const !== undefined) return schema.const === value
  return schema.type === 'integer' ? Number.isInteger(value) : typeof value === schema.type
}

function checkCoverage(fields: string[], { file, outline, report, layout }: LayoutOptions): void {
  const asked = new Set<string>()
  for (const pointer of fields) {
    if (asked.has(pointer)) {
      report({ code: 'asked-twice', file, pointer: '/pages', message: `"${pointer}" is asked for twice.`, fix: 'Keep the question in one place.' })
    }
    asked.add(pointer)
  }
  const derived = new Set(layout.derivations.map((derivation) => derivation.pointer))
  for (const node of outline.nodes.values()) {
    if (node.kind === 'leaf' && !asked.has(node.pointer) && !derived.has(node.pointer)) {
      report({
        code: 'field-not-asked', file, pointer: '/pages', message: `No page asks for "${node.pointer}" of the schema.`,
        fix: 'Add it to a page, derive it, or take it out of form.schema.json.',
      })
    }
    if (node.kind === 'object' && node.pointer !== '' && !isRequired(node.pointer, outline) && !node.pointer.endsWith('/-')) {
      report({
        code: 'optional-object', file: node.origin?.file ?? file, pointer: node.origin?.pointer ?? '', message: `The object "${node.pointer}" is optional, so it is unclear whether its questions must be answered.`,
        fix: `Add it to "required" of "${parentPointer(node.pointer) || 'the root'}", or make it depend on another answer.`,
      })
    }
  }
}

function leafPointers(item: FieldDefinition | GroupDefinition): string[] {
  return item.type === 'field' ? [item.pointer] : item.items.flatMap(leafPointers)
}

function commonConditions(lists: Condition[][]): Condition[] {
  const [first = [], ...others] = lists
  return first.filter((condition) => others.every((list) => list.some((other) => JSON.stringify(other) === JSON.stringify(condition))))
}
