import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'

interface Schema { $ref?: string; properties?: Record<string, unknown>; allOf?: Schema[] }
const contract: { components: { schemas: Record<string, Schema> } } = parse(readFileSync(new URL('../../../schemas/portal/openapi.yaml', import.meta.url), 'utf8'))

/** What the contract's schema says against a body, with members that the contract does not name. */
export function faultsOf(name: string, body: Record<string, unknown>): string[] {
  const validate = validatorOf(name)
  const named = membersOf(contract.components.schemas[name] ?? {})
  const faults = validate(body) === true ? [] : (validate.errors ?? []).map((error) => `${name}${error.instancePath}: ${error.message}`)
  return [...faults, ...Object.keys(body).filter((member) => !named.includes(member)).map((member) => `${name}: ${member} is not in the contract`)]
}

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats(ajv)
ajv.addSchema({ $id: 'contract', ...contract })
const validators = new Map<string, ValidateFunction>()

function validatorOf(name: string): ValidateFunction {
  const known = validators.get(name) ?? ajv.compile({ $ref: `contract#/components/schemas/${name}` })
  validators.set(name, known)
  return known
}

function membersOf(schema: Schema): string[] {
  const target = schema.$ref === undefined ? schema : contract.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}
  return [...Object.keys(target.properties ?? {}), ...(target.allOf ?? []).flatMap(membersOf)]
}
