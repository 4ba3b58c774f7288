import type { FormCase } from '../run-case.ts'
import hiddenData from './1-hidden-data.json' with { type: 'json' }
import defaults from './2-defaults.json' with { type: 'json' }
import rows from './3-rows.json' with { type: 'json' }
import errors from './4-errors.json' with { type: 'json' }
import drafts from './5-drafts.json' with { type: 'json' }
import prefill from './6-prefill.json' with { type: 'json' }
import kinds from './7-kinds.json' with { type: 'json' }

/** The cases of the five rules (README), one file each, and those of prefilling and of kinds of field. */
export const CASES: Readonly<Record<string, readonly FormCase[]>> = Object.fromEntries(
  Object.entries({ 'hidden data': hiddenData, defaults, rows, errors, drafts, prefill, kinds }).map(([rule, list]) => [rule, list as unknown as FormCase[]]),
)
