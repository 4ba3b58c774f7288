import { type CompiledProcedure, childPointer, type Report, type SourceTree, isJsonObject } from '@motcua/schemas/generator'

/** Issue codes a field's messages may be keyed by: the failing keywords of the profile, and `notAllowed`. */
const CODES = ['required', 'notAllowed', 'type', 'enum', 'const', 'pattern', 'format', 'minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems', 'uniqueItems']

/** Looks for messages no issue will ever ask for, and for rules that report at unknown fields. */
export function checkWords({ folder, definition, outline }: CompiledProcedure, tree: SourceTree, report: Report): void {
  for (const language of ['vi', 'en'] as const) {
    const file = `${folder}/locales/${language}.json`
    const source = tree.get(file)
    if (source === undefined) continue
    const fields = isJsonObject(source.value) && isJsonObject(source.value.fields) ? source.value.fields : {}
    for (const [pointer, field] of Object.entries(fields)) {
      const messages = isJsonObject(field) && isJsonObject(field.messages) ? field.messages : {}
      for (const code of Object.keys(messages)) {
        if (!CODES.includes(code)) {
          report({
            code: 'unknown-message-code', file, pointer: `${childPointer('/fields', pointer)}/messages/${code}`, message: `No issue has the code "${code}".`,
            fix: `Use one of: ${CODES.join(', ')}; messages of rules stand under "rules".`,
          })
        }
      }
    }
  }
  definition.rules.forEach((rule, index) => {
    const place = { code: 'unknown-answer', file: `${folder}/form.layout.json`, pointer: `/rules/${index}/pointer` }
    const node = outline.nodes.get(rule.pointer)
    if (!node) report({ ...place, message: `The rule "${rule.id}" reports at "${rule.pointer}", which the schema does not have.`, fix: 'Correct the pointer.' })
    else if (node.kind === 'object') {
      report({
        ...place, message: `The rule "${rule.id}" reports at the block "${rule.pointer}", which is no question: it would be silent whenever the first one in it is hidden.`,
        fix: 'Name the question that is to be mended, or the list.',
      })
    }
  })
}
