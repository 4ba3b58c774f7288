import { pagePolicy } from '@motcua/eforms/policy'
import { expect, it } from 'vitest'
import { PREVIEW_POLICY } from './preview-page.ts'

it('shows a form under the policy that a page without a gateway sends', () => {
  // Written out in the tool, which runs where the elements are not installed.
  expect(PREVIEW_POLICY).toBe(pagePolicy())
})
