import { LiveForm } from './form/live-form.ts'
import type { CreateFormOptions, Form } from './types.ts'

/**
 * Starts a live form over a compiled definition.
 *
 * Defaults are applied here, once; afterwards a field the person empties stays empty. The definition is one that
 * `motcua check` accepts (see `refuseCycles` in ./validate).
 *
 * @example
 * const form = createForm({ definition })
 * form.setValue('/copies', 2)
 * form.validateAll() // [] when it may be sent
 * form.project()     // { copies: 2 }
 */
export function createForm(options: CreateFormOptions): Form {
  return new LiveForm(options)
}
